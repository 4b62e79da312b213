/**
 * What people say for one another when they ask for help at work, folded.
 */
export const groups: readonly string[] = [
  "delete, remove, erase, clear, discard, get rid of; cancel, stop, terminate, revoke; begin, start, launch, initiate; end, " +
    "finish, complete, close; change, modify, edit, alter, update, adjust; replace, swap, switch, exchange; create, make, " +
    "build, generate; add, insert, include, attach; show, display, view, see; hide, conceal, invisible; find, search, locate, " +
    "lookup; get, receive, obtain; give, provide, supply; buy, purchase, order; pay, payment; cost, price, fee, charge; " +
    "refund, reimburse, reimbursement, repay, money back; money, cash, funds; invoice, bill, receipt; send, transmit, submit, " +
    "deliver; fix, repair, solve, resolve; broken, faulty, defective, damaged, not working; error, problem, issue, fault, " +
    "trouble; fail, failure, declined, rejected, unsuccessful; allow, permit, enable, let; block, prevent, forbid, disable, " +
    "ban; require, need, must, mandatory; choose, select, pick; save, store, keep; picture, photo, image, pic; email, mail, " +
    "message; phone, telephone, mobile, cellphone; computer, laptop, pc; login, signin, logon, log in, sign in; password, " +
    "passcode; site, website, webpage; file, document, doc; folder, directory; copy, duplicate, clone; paste, insert; " +
    "transfer, move; share, publish; private, privacy, confidential, secret; safe, secure, safety, security; person, people, " +
    "someone, somebody, human; kid, child, children; woman, female; man, male; friend, contact, get in touch; boss, manager, " +
    "supervisor; worker, employee, staff; job, work; holiday, vacation, leave, time off; sick, ill, illness, disease; doctor, " +
    "physician; medicine, drug, medication; food, meal, eat; house, home; car, vehicle; trip, travel, journey; country, " +
    "nation, abroad; city, town; area, region, place, location, where; spread, transmit, transmission, contagious; cause, " +
    "reason, why; cure, treatment, treat; big, large, huge; small, little, tiny; many, multiple, several; quick, fast, rapid; " +
    "slow, delay, delayed, late; first, oldest, earliest; last, latest, newest, recent; new, recent; old, previous, former; " +
    "same, identical, equal; different, difference; wrong, incorrect, mistaken; right, correct, accurate; check, verify, " +
    "confirm, validate; identity, id; lose, lost, missing; steal, stolen, theft; limit, maximum, restriction; minimum, least; " +
    "increase, raise, more; decrease, reduce, lower; age, old; date, day; long, duration, time; work, function, operate; use, " +
    "utilise, utilize; contact, reach, call, get in touch; talk, speak, chat; tell, say, inform; know, learn; help, assist, " +
    "assistance, support; download, export; upload, import; install, setup; configure, setting, settings, preference; " +
    "account, profile; list, listing; amount, sum, quantity; balance, total; statement, record, history; free, gratis, " +
    "complimentary; available, offered; automatic, automatically, auto; manual, manually; link, url, address; reply, answer, " +
    "respond, response; define, definition, meaning, mean; dollar, usd, buck; euro, eur; hello, hi, hey; bye, goodbye; " +
    "meeting, appointment; plan, schedule; expire, expiry, expiration; renew, extend; visitor, guest; city, urban; annual, " +
    "yearly; daily, everyday; weekly, week; monthly, month; approve, approval, authorise, authorize, sign off; deny, refuse, " +
    "reject, decline; accept, agree; apply, application, request; ask, question, query, enquiry, inquiry; attend, attendance, " +
    "participate, join; absent, absence, away; arrive, arrival, come; depart, departure, leave; assign, allocate, delegate; " +
    "backup, restore, recover; badge, pass, access card; bank, financial institution; benefit, perk, advantage; bonus, " +
    "reward, incentive; book, reserve, reservation, booking; box, parcel, package, shipment; break, rest, pause; budget, " +
    "spending; build, construct; business, company, firm, organisation, organization, employer; calculate, compute, work out; " +
    "carry, bring, take along; certificate, proof, confirmation; client, customer, consumer, buyer; clothes, clothing, dress, " +
    "wear, outfit; code, pin, number; collect, pick up, gather; colleague, coworker, teammate; combine, merge, join; compare, " +
    "comparison; complain, complaint; compulsory, mandatory, required, obligatory; connect, connection, link; contract, " +
    "agreement; convert, conversion, exchange; correct, fix, amend; count, number of; cover, coverage, include; crash, " +
    "freeze, hang, stuck; create, set up, open; credit card, card, debit card; currency, money; customise, customize, " +
    "personalise, personalize; damage, damaged, broken; danger, dangerous, risk, risky, hazard; deadline, due date, cutoff; " +
    "debit, withdraw; decrease, lower, drop; deposit, pay in, top up, add money; destroy, shred, dispose; detail, details, " +
    "information, info, particulars; device, gadget, equipment, hardware; disconnect, unlink, remove; discuss, talk about; " +
    "earn, income, make money; education, school, learning, study; emergency, urgent, urgently; employee, staff member, team " +
    "member; employment, hire, hiring, recruit, recruitment; empty, blank; encrypt, encryption, secure; enter, type, input; " +
    "environment, surroundings; exceed, over, more than; exit, leave, quit; expect, expected; expense, expenses, cost; " +
    "explain, explanation, describe; family, relative, relatives; infect, infected, infection, catch; quarantine, isolate, " +
    "isolation; vaccine, vaccination, immunisation, immunization; sanitise, sanitize, disinfect, clean; sign, symptom; fever, " +
    "temperature; fill in, complete, fill out; flight, plane, airplane; foreign, abroad, overseas, international; forget, " +
    "forgot, forgotten, not remember; form, template; fraud, scam, fraudulent, phishing; frequently, often; gather, " +
    "gathering, group; guide, manual, instructions, tutorial; handle, deal with, manage; happen, occur; harm, hurt, injure, " +
    "injury; hear, listen, sound; holiday, day off; hospital, clinic; hotel, accommodation; icon, symbol, button; idea, " +
    "suggestion, proposal; immediately, instantly, right away, at once; insurance, coverage, policy; interest, interest rate, " +
    "apr; interview, application; introduce, introduction; invite, invitation; keyboard shortcut, hotkey, shortcut; language, " +
    "translation; laundry, wash; law, legal, legally; letter, post, mail; lock, locked, block; look for, search; loud, " +
    "volume, noise; lunch, meal, dinner; machine, atm, cash machine; mark, highlight; match, agree; measure, measurement; " +
    "medical, health; member, membership, subscriber; menu, navigation, toolbar; mistake, error; modify, customize; move, " +
    "relocate, relocation; name, title, called; nearby, close, near; notify, notification, alert, inform; notice, " +
    "notification; office, workplace; online, internet, web; open, opening; option, choice; organise, organize, arrange, " +
    "sort; outside, outdoors; overview, summary; own, possess, have; owner, holder; page, screen; parking, park; part, " +
    "portion; partner, spouse, husband, wife; pending, waiting, in progress; permission, access, right, rights; permit, " +
    "licence, license; pet, dog, cat, animal; place, venue; post, publish; prevent, avoid, protect, protection; print, " +
    "printer, printing; private, personal; procedure, process, steps; produce, make; product, item, goods; profit, gain; " +
    "promotion, advancement; prove, proof, evidence; public, open; purpose, goal, aim; quit, resign, resignation; rate, " +
    "price; read, view; reason, purpose; receive, received; recommend, advise, suggest, advice; reduce, cut; refer, referral; " +
    "refresh, reload; register, registration, sign up, signup, enrol, enroll; regular, normal, usual, ordinary; relationship, " +
    "connection; release, launch; remember, remind, reminder; rename, change the name; rent, lease, rental; reopen, open " +
    "again; repeat, again; report, notify; reset, restart, reboot; restaurant, dining; result, outcome; retire, retirement, " +
    "pension; retrieve, get back, recover; return, give back, send back; reverse, undo, cancel; role, position, job title; " +
    "room, space; rule, policy, regulation, guideline; salary, wage, pay, paycheck, payslip; schedule, timetable, calendar; " +
    "screen, display, monitor; seat, place; sell, sale; separate, split, divide; serious, severe; shop, store, retailer; " +
    "short, brief; shut down, turn off, switch off; single, one; size, dimension; song, music, track; source, origin; speed, " +
    "fast; spend, spending; status, progress, state; strange, weird, odd, unusual; suddenly, unexpectedly; suitable, " +
    "appropriate; supplier, vendor; surface, object; survive, live, last; tablet, ipad; tax, vat; team, group; temporary, " +
    "temporarily; test, testing, check; text, sms, message; ticket, case; tip, advice; top up, recharge, add money; track, " +
    "trace, follow; training, course, class, workshop; transaction, payment; translate, translation; trust, reliable; turn " +
    "on, switch on, enable, activate; type, kind; unable, cannot; understand, understanding; unlock, unblock; unsubscribe, " +
    "opt out; value, worth; version, edition; visa, passport; visit, come; voice, speech; wait, waiting; wallet, purse; warn, " +
    "warning; weather, forecast; website, page; weight, heavy; win, winner; window, tab; write, compose; year, annual",
];
