import { languageOf } from "./language.ts";

/**
 * Words that say little about what a page is about, folded, by language.
 * Question words are among them: a base of FAQs has them everywhere.
 */
const lists: Readonly<Record<string, string>> = {
  en:
    "a about after again all also am an and any anyone anything are arent as at be been before being both but by can cant cannot " +
    "could couldnt did didnt do does doesnt doing dont each else ever every for from get gets getting give go goes going got had " +
    "has hasnt have havent having he hello help her here hey hi him his how hows however i id if ill im in into is isnt it its " +
    "ive just know let lets like me might more most much must my myself need needs no not now of off on once one only or other " +
    "our out over please really same say shall she should shouldnt so some somehow someone something still such take tell than " +
    "thank thanks that thats the their them then there theres these they theyre thing things this those to too try trying under " +
    "up us use used using very want wanted wants was wasnt way ways we well were what whats when where wheres which while who " +
    "whom whose why will with without wont would wouldnt yes yet you your youre yours",
  vi:
    "a ai anh ay bao ban bang bi biet boi cac cai can cach cho chua chung co con cua cung da dang day de den deu di do duoc " +
    "gi gio hay hoac khi khong la lai lam lau len luc ma may minh moi mot muon nao nay nen neu ngay nhieu nhu nhung o " +
    "phai qua ra rang rat roi sao sau se so ta tai the thi theo thoi toi tren trong tu tung va van vao ve vi voi vui xin",
};

/** The stop words of a locale, by its language; empty where there is no list. */
export function stopWords(locale: string): ReadonlySet<string> {
  return new Set(lists[languageOf(locale)]?.split(" "));
}
