/**
 * Everyday words that people use for one another when they ask for help, by language: groups of single words, folded.
 * Only what holds in any trade belongs here; the words of a trade belong into a site's own `synonyms`.
 */
const groups: Readonly<Record<string, string>> = {
  en:
    "delete remove erase clear discard; cancel stop terminate revoke; begin start launch initiate; end finish complete close; " +
    "change modify edit alter update adjust; replace swap switch exchange; create make build generate; add insert include attach; " +
    "show display view see; hide conceal invisible; find search locate lookup; get receive obtain; give provide supply; " +
    "buy purchase order; pay payment; cost price fee charge; refund reimburse reimbursement repay; money cash funds; " +
    "invoice bill receipt; send transmit submit deliver; fix repair solve resolve; broken faulty defective damaged; " +
    "error problem issue fault trouble; fail failure declined rejected unsuccessful; allow permit enable let; " +
    "block prevent forbid disable ban; require need must mandatory; choose select pick; save store keep; " +
    "picture photo image pic; email mail message; phone telephone mobile cellphone; computer laptop pc; " +
    "login signin logon; password passcode; site website webpage; file document doc; folder directory; " +
    "copy duplicate clone; paste insert; transfer move; share publish; private privacy confidential secret; safe secure safety security; " +
    "person people someone somebody human; kid child children; woman female; man male; friend contact; boss manager supervisor; " +
    "worker employee staff; job work; holiday vacation leave; sick ill illness disease; doctor physician; medicine drug medication; " +
    "food meal eat; house home; car vehicle; trip travel journey; country nation abroad; city town; area region place location where; " +
    "spread transmit transmission contagious; cause reason why; cure treatment treat; big large huge; small little tiny; " +
    "many multiple several; quick fast rapid; slow delay delayed late; first oldest earliest; last latest newest recent; " +
    "new recent; old previous former; same identical equal; different difference; wrong incorrect mistaken; right correct accurate; " +
    "check verify confirm validate; identity id; lose lost missing; steal stolen theft; limit maximum restriction; minimum least; " +
    "increase raise more; decrease reduce lower; age old; date day; long duration time; work function operate; use utilise utilize; " +
    "contact reach call; talk speak chat; tell say inform; know learn; help assist assistance support; " +
    "download export; upload import; install setup; configure setting settings preference; account profile; list listing; " +
    "amount sum quantity; balance total; statement record history; free gratis complimentary; available offered; " +
    "automatic automatically auto; manual manually; link url address; reply answer respond response; " +
    "define definition meaning mean; dollar usd buck; euro eur; hello hi hey; bye goodbye; meeting appointment; plan schedule; expire expiry expiration; renew extend; visitor guest; city urban",
};

/** The everyday synonyms of a locale, by its language; empty where there are none. */
export function thesaurus(locale: string): readonly (readonly string[])[] {
  const text = groups[locale.split("-")[0] ?? locale] ?? "";
  return text === "" ? [] : text.split(";").map((group) => group.trim().split(" "));
}
