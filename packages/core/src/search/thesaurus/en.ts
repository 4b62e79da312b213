/** Words that people use for one another when they ask for help. */
export const groups: readonly string[] = [
  "delete, remove, erase, clear, discard, get rid of; cancel, stop, terminate, revoke; " +
    "begin, start, launch, initiate; end, finish, complete, close; change, modify, edit, alter, update, adjust; " +
    "replace, swap, switch, exchange; create, make, build, generate; add, insert, include, attach; " +
    "show, display, view, see; hide, conceal, invisible; find, search, locate, lookup; get, receive, obtain; " +
    "give, provide, supply; buy, purchase, order; pay, payment; cost, price, fee, charge; " +
    "refund, reimburse, reimbursement, repay, money back; money, cash, funds; invoice, bill, receipt; " +
    "send, transmit, submit, deliver; fix, repair, solve, resolve; " +
    "broken, faulty, defective, damaged, not working; error, problem, issue, fault, trouble; " +
    "fail, failure, declined, rejected, unsuccessful; allow, permit, enable, let; " +
    "block, prevent, forbid, disable, ban; require, need, must, mandatory; choose, select, pick; " +
    "save, store, keep; picture, photo, image, pic; email, mail, message; phone, telephone, mobile, cellphone; " +
    "computer, laptop, pc; login, signin, logon, log in, sign in; password, passcode; site, website, webpage; " +
    "file, document, doc; folder, directory; copy, duplicate, clone; paste, insert; transfer, move; " +
    "share, publish; private, privacy, confidential, secret; safe, secure, safety, security; " +
    "person, people, someone, somebody, human; kid, child, children; woman, female; man, male; " +
    "friend, contact, get in touch; boss, manager, supervisor; worker, employee, staff; job, work; " +
    "holiday, vacation, leave, time off; sick, ill, illness, disease; doctor, physician; " +
    "medicine, drug, medication; food, meal, eat; house, home; car, vehicle; trip, travel, journey; " +
    "country, nation, abroad; city, town; area, region, place, location, where; " +
    "spread, transmit, transmission, contagious; cause, reason, why; cure, treatment, treat; big, large, huge; " +
    "small, little, tiny; many, multiple, several; quick, fast, rapid; slow, delay, delayed, late; " +
    "first, oldest, earliest; last, latest, newest, recent; new, recent; old, previous, former; " +
    "same, identical, equal; different, difference; wrong, incorrect, mistaken; right, correct, accurate; " +
    "check, verify, confirm, validate; identity, id; lose, lost, missing; steal, stolen, theft; " +
    "limit, maximum, restriction; minimum, least; increase, raise, more; decrease, reduce, lower; age, old; " +
    "date, day; long, duration, time; work, function, operate; use, utilise, utilize; " +
    "contact, reach, call, get in touch; talk, speak, chat; tell, say, inform; know, learn; " +
    "help, assist, assistance, support; download, export; upload, import; install, setup; " +
    "configure, setting, settings, preference; account, profile; list, listing; amount, sum, quantity; " +
    "balance, total; statement, record, history; free, gratis, complimentary; available, offered; " +
    "automatic, automatically, auto; manual, manually; link, url, address; reply, answer, respond, response; " +
    "define, definition, meaning, mean; dollar, usd, buck; euro, eur; hello, hi, hey; bye, goodbye; " +
    "meeting, appointment; plan, schedule; expire, expiry, expiration; renew, extend; visitor, guest; " +
    "city, urban",
];
