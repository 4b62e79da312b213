/** Has the feedback of a question's option read out when it is picked. It is shown by CSS, without any script. */
export function announceFeedback(content: HTMLElement): void {
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  status.className = "kh-hidden";
  content.append(status);
  content.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const feedback = target.closest(".kh-option")?.querySelector(".kh-option__feedback");
    if (feedback) status.textContent = target.checked ? (feedback.textContent ?? "") : "";
  });
}
