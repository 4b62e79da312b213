import { z } from "zod";
import { videoFields } from "../../model/video.ts";
import { error } from "../problem.ts";
import { drawVideo } from "../video/draw-video.ts";
import { videoAddresses } from "../video/read-videos.ts";
import { defineBlock } from "./block.ts";

/** `<Video src="…" title="…" />`: a file of one's own or a video of a provider; what it holds is its transcript. */
export const video = defineBlock({
  name: "Video",
  props: z.strictObject({
    ...videoFields,
    title: z.string('Say what it shows: title="How to export a report".').trim().min(1),
  }),
  *check({ transcript }, { children, place }) {
    if (transcript === undefined || children.length === 0) return;
    const hint = "Leave out the prop “transcript”, or what stands between <Video> and </Video>.";
    yield error("block-content", "<Video> has two transcripts.", place, hint);
  },
  addresses: (props) => videoAddresses(props).map(({ key: [prop], href, use }) => ({ prop, href, use })),
  text: ({ title }) => ({ before: title }),
  render: (props, { children, ...setting }) => [
    drawVideo(props, { title: props.title, shown: true }, children(), setting),
  ],
});
