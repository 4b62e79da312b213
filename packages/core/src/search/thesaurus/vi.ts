/**
 * What people in Vietnamese offices say for one another, folded. Offices there speak half English, so most groups hold both: a
 * question in English finds pages in Vietnamese, and the other way round.
 */
export const groups: readonly string[] = [
  // Employment
  "employee, staff, personnel, worker, nhan vien, nguoi lao dong, nhan su; colleague, coworker, teammate, dong nghiep; " +
    "manager, boss, supervisor, leader, sep, quan ly, truong phong, cap tren; director, executive, giam doc, lanh dao; " +
    "team, group, nhom, doi; department, division, phong ban, bo phan; company, firm, business, cong ty, doanh nghiep; " +
    "office, van phong, tru so; workplace, noi lam viec; branch, chi nhanh; position, role, chuc vu, vi tri, chuc danh; " +
    "job, work, cong viec, viec lam; duty, responsibility, trach nhiem, nhiem vu; task, assignment, nhiem vu, dau viec; " +
    "hire, hiring, recruit, recruitment, tuyen dung, tuyen; candidate, applicant, ung vien; interview, phong van; " +
    "referral, refer, gioi thieu; contract, agreement, hop dong; probation, trial period, thu viec, tap su; " +
    "permanent, full time, chinh thuc, toan thoi gian; part time, ban thoi gian; intern, internship, thuc tap; " +
    "freelance, side job, second job, viec ngoai, lam them; onboarding, orientation, hoi nhap, nhap mon, ngay dau; " +
    "new hire, newcomer, new employee, nhan vien moi, nguoi moi; resign, resignation, quit, leaving, nghi viec, thoi viec, tu chuc; " +
    "dismiss, dismissal, fire, firing, layoff, termination, sa thai, cho thoi viec, cat giam; severance, tro cap thoi viec; " +
    "retire, retirement, pension, nghi huu, huu tri, luong huu; handover, ban giao; transfer, rotate, chuyen, dieu chuyen, luan chuyen; " +
    "promote, promotion, advancement, thang chuc, thang tien, len chuc; career, su nghiep, nghe nghiep; path, ladder, lo trinh; " +
    "seniority, tenure, tham nien, lau nam; confirmation letter, certificate, giay xac nhan, xac nhan; " +
    "reference, recommendation, thu gioi thieu; badge, access card, id card, the nhan vien, the ra vao; uniform, dong phuc; " +
    "dress code, outfit, clothes, clothing, wear, trang phuc, quan ao, mac; mentor, mentoring, buddy, coach, huong dan, kem cap, nguoi huong dan",
  // Pay
  "salary, wage, pay, luong, tien luong; payroll, bang luong, tra luong; payslip, pay slip, phieu luong; payday, ngay tra luong; " +
    "raise, increment, increase, tang, tang luong, len luong; bonus, reward, thuong, tien thuong; thirteenth month, luong thang 13; " +
    "allowance, subsidy, stipend, phu cap, tro cap; advance, tam ung, ung luong; deduction, deduct, khau tru, tru; " +
    "tax, income tax, thue, thue thu nhap; net, thuc nhan; gross, truoc thue; commission, hoa hong; stock, share, equity, co phan, co phieu, esop; " +
    "overtime, ot, extra hours, lam them gio, tang ca, lam ngoai gio, ngoai gio; breakdown, structure, component, co cau, cau truc, thanh phan, chia",
  // Benefits and health
  "benefit, perk, welfare, phuc loi, che do, quyen loi; insurance, bao hiem, bh; social insurance, bhxh, bao hiem xa hoi; " +
    "health insurance, medical insurance, bhyt, bao hiem y te; unemployment insurance, bhtn, bao hiem that nghiep; " +
    "claim, boi thuong, yeu cau; coverage, cover, chi tra, bao gom; dependent, nguoi phu thuoc; family, gia dinh, nguoi nha, nguoi than; " +
    "relative, nguoi than, ho hang; health, suc khoe; medical, y te; checkup, check up, screening, health check, kham suc khoe, kham; " +
    "doctor, physician, bac si; hospital, benh vien, nhap vien, nam vien; medicine, thuoc; sick, ill, illness, disease, om, benh, om dau; " +
    "injury, accident, tai nan, thuong tich; mental, psychological, wellbeing, wellness, tam ly, tinh than; " +
    "gym, fitness, workout, exercise, phong tap, tap the duc, the thao; sport, the thao; club, clb, cau lac bo; " +
    "childcare, daycare, kindergarten, gui tre, nha tre, trong tre; loan, vay, khoan vay; discount, giam gia, uu dai; " +
    "housing, rent, accommodation, nha o, tien nha, thue nha; meal, lunch, food, an trua, com, an uong, do an; " +
    "canteen, cafeteria, can tin, nha an; snack, pantry, do an nhe, do an; drink, coffee, tea, do uong, ca phe, tra; gift, present, qua, qua tang; " +
    "birthday, sinh nhat; party, celebration, tiec, lien hoan; trip, outing, du lich, da ngoai; volunteer, volunteering, csr, tinh nguyen, thien nguyen; " +
    "union, trade union, cong doan",
  // Leave and time
  "leave, day off, time off, absence, nghi, nghi phep, vang; annual leave, paid leave, vacation, phep nam, nghi phep, ngay phep; " +
    "sick leave, sick day, nghi om, om; unpaid leave, nghi khong luong, khong luong; maternity, pregnancy, pregnant, birth, thai san, mang thai, sinh con, sinh; " +
    "paternity, father, bo, cha, vo sinh; parental, cha me; adopt, adoption, con nuoi, nhan nuoi; marriage, wedding, marry, honeymoon, ket hon, cuoi; " +
    "bereavement, funeral, compassionate, death, tang, ma chay, dam tang, nguoi than mat, tu vong; sabbatical, career break, extended leave, nghi dai han; " +
    "study leave, educational leave, nghi hoc, di hoc; holiday, public holiday, ngay le, le, tet, nghi le; weekend, cuoi tuan; " +
    "carry over, carry forward, rollover, cong don, chuyen sang nam sau, chuyen sang; balance, remaining, con lai, so du; " +
    "request, apply, application, xin, dang ky, de nghi, don; approve, approval, duyet, phe duyet; notice, notify, bao truoc, thong bao; " +
    "working hours, office hours, schedule, gio lam viec, gio lam, thoi gian lam viec, lich lam viec; shift, ca, ca lam; flexible, flex, linh hoat, linh dong; " +
    "remote, work from home, wfh, home office, tu xa, lam viec tu xa, lam viec tai nha, o nha; hybrid, ket hop; " +
    "attendance, timekeeping, check in, clock in, cham cong, diem danh; late, tardy, tre, muon, di muon, di tre, den tre, tre gio; " +
    "early, som, ve som; break, pause, rest, giai lao, nghi giua gio, nghi; duration, how long, length, bao lau, thoi gian, thoi han; " +
    "deadline, due date, han chot, han, thoi han; period, giai doan, thoi ky, ky; start, begin, bat dau; end, finish, ket thuc; " +
    "day, ngay; week, tuan; month, thang; year, annual, yearly, nam, hang nam; hour, gio; minute, phut; today, hom nay; tomorrow, ngay mai; " +
    "yesterday, hom qua; morning, sang; afternoon, chieu; evening, night, toi, dem; date, ngay; calendar, lich; frequency, how often, bao lau, tan suat; " +
    "first, dau, dau tien; last, final, cuoi, cuoi cung; next, tiep theo, sau; previous, truoc",
  // Learning and performance
  "training, course, class, workshop, dao tao, khoa hoc, lop hoc, tap huan; learning, study, education, hoc, hoc tap; " +
    "conference, seminar, hoi thao, hoi nghi; certificate, certification, chung chi; skill, ky nang; budget, ngan sach, kinh phi; " +
    "performance, hieu suat, hieu qua; review, evaluation, appraisal, assessment, danh gia, nhan xet; goal, target, objective, kpi, muc tieu, chi tieu; " +
    "feedback, gop y, phan hoi, y kien; suggestion, propose, de xuat, gop y; competency, ability, capability, nang luc; test, exam, kiem tra, thi; " +
    "development, phat trien; improve, improvement, cai thien; discipline, penalty, punish, ky luat, phat, xu phat; warning, canh cao; award, recognition, khen thuong, giai thuong; " +
    "criteria, requirement, tieu chi, dieu kien, yeu cau; standard, tieu chuan, chuan muc; project, du an; plan, ke hoach; result, ket qua",
  // Rules
  "policy, rule, regulation, guideline, chinh sach, quy dinh, noi quy, quy tac; process, procedure, workflow, quy trinh, thu tuc, cac buoc; " +
    "law, legal, luat, phap luat, phap ly; compliance, comply, tuan thu; ethics, conduct, dao duc, ung xu; culture, van hoa; " +
    "conflict of interest, xung dot loi ich; discrimination, phan biet doi xu; harassment, bullying, quay roi, bat nat; complaint, complain, khieu nai, phan nan; " +
    "report, bao cao, bao; escalate, escalation, leo thang, bao len; violation, breach, vi pham; confidential, secret, confidentiality, bao mat, bi mat; " +
    "privacy, personal data, rieng tu, du lieu ca nhan; safety, safe, an toan; emergency, khan cap; fire, chay, hoa hoan; smoke, smoking, hut thuoc, thuoc la; " +
    "alcohol, ruou, bia; gift, bribe, qua, hoi lo; social media, facebook, mang xa hoi; document, documentation, paperwork, file, tai lieu, giay to, ho so; " +
    "form, template, bieu mau, mau; signature, sign, ky, chu ky; copy, ban sao; knowledge, kien thuc; handbook, manual, guide, so tay, huong dan, cam nang; " +
    "question, cau hoi, hoi; answer, tra loi; help, support, assist, ho tro, giup, tro giup, giup do; contact, reach, lien he, lien lac; who, ai; where, o dau, cho nao; when, khi nao, luc nao; " +
    "what, gi, cai gi; how, nhu the nao, lam sao, the nao, cach; why, tai sao, vi sao; how many, how much, bao nhieu, may; allowed, permitted, can i, duoc, duoc phep, cho phep; " +
    "required, mandatory, must, bat buoc, phai, can",
  // Rooms and travel
  "meeting, hop, cuoc hop, buoi hop; meeting room, phong hop; book, reserve, booking, reservation, dat, dat phong, dat cho; " +
    "desk, seat, ban, cho ngoi; parking, park, do xe, dau xe, gui xe, bai xe; car, vehicle, xe, o to; motorbike, xe may; bus, xe buyt; taxi, grab, xe; " +
    "commute, transport, transportation, di lai, dua don; gas, petrol, fuel, xang; travel, business trip, cong tac; flight, plane, ve may bay; hotel, khach san; " +
    "visitor, guest, khach; pet, dog, cat, thu cung, cho; toilet, restroom, nha ve sinh; elevator, lift, thang may; door, gate, cua, cong; key, chia khoa; building, toa nha; floor, tang; " +
    "address, dia chi; map, ban do; area, zone, khu vuc, vung; print, printer, in, may in; mail, letter, post, thu, buu dien",
  // Devices, accounts and software
  "computer, laptop, notebook, pc, may tinh, may tinh xach tay; screen, monitor, man hinh; keyboard, ban phim; mouse, chuot; headset, tai nghe; " +
    "phone, telephone, mobile, smartphone, dien thoai, di dong; device, equipment, hardware, thiet bi; software, app, application, phan mem, ung dung; " +
    "system, he thong; platform, tool, nen tang, cong cu; website, site, page, trang web, trang; network, internet, wifi, mang; vpn, mang rieng; server, may chu; " +
    "account, tai khoan; username, ten dang nhap; password, passcode, mat khau; reset password, forgot password, quen mat khau, dat lai mat khau; " +
    "login, log in, sign in, dang nhap; logout, log out, sign out, dang xuat; register, sign up, signup, enroll, dang ky; code, ma; verify, verification, authenticate, authentication, xac minh, xac thuc; " +
    "two factor, 2fa, otp, xac thuc hai lop, xac thuc hai buoc, ma xac thuc; access, permission, quyen, truy cap, phan quyen; security, bao mat, an ninh; " +
    "phishing, scam, fraud, lua dao, gia mao; virus, malware, ma doc; spam, thu rac; hack, hacked, xam nhap, danh cap; backup, sao luu; restore, recover, khoi phuc; " +
    "email, mail, thu dien tu; message, chat, tin nhan, nhan tin; call, goi, cuoc goi; video call, online meeting, hop truc tuyen, goi video; channel, kenh; notification, thong bao; " +
    "install, setup, cai dat, cai; update, upgrade, cap nhat, nang cap; configure, setting, cau hinh, thiet lap, cai dat; open, mo; close, dong; save, luu; delete, remove, xoa, go; " +
    "add, them; edit, change, modify, sua, doi, thay doi, chinh sua; create, new, tao, moi, lap; copy, sao chep; move, di chuyen; download, tai xuong, tai ve; upload, tai len; export, xuat; import, nhap; " +
    "search, find, look for, tim, tim kiem; filter, loc; show, view, see, xem, hien thi; hide, an; share, chia se; attach, attachment, dinh kem; photo, picture, image, anh, hinh; video, phim; " +
    "data, du lieu; table, spreadsheet, bang, bang tinh; row, dong, hang; column, cot; list, danh sach; folder, thu muc; link, lien ket, duong dan; language, ngon ngu; english, tieng anh; vietnamese, tieng viet; " +
    "error, bug, issue, problem, trouble, loi, su co, van de; broken, not working, hong, khong hoat dong; slow, cham; lock, locked, khoa, bi khoa; unlock, mo khoa; lost, lose, mat, that lac; stolen, steal, mat cap, bi trom; forgot, forget, quen",
  // Customers and money
  "customer, client, khach hang, khach; partner, doi tac; supplier, vendor, nha cung cap; order, don hang, dat hang; product, san pham; service, dich vu; price, cost, fee, gia, chi phi, phi; " +
    "quote, quotation, bao gia; invoice, bill, hoa don; receipt, bien lai, bien nhan; pay, payment, thanh toan, tra tien; transfer, bank transfer, chuyen khoan; bank, ngan hang; card, the; cash, tien mat; money, tien; debt, cong no, no; " +
    "refund, money back, reimburse, reimbursement, hoan tien, hoan phi, hoan lai, tra lai tien; charge, charged, thu phi, tru tien, tinh phi; expense, spending, chi phi, chi tieu; warranty, bao hanh; return, tra hang, tra lai, doi tra; exchange, swap, doi; " +
    "cancel, cancellation, huy, huy bo; delivery, shipping, ship, giao hang, van chuyen; delay, cham, tre; stock, inventory, ton kho, hang ton; warehouse, kho; sale, ban, ban hang; buy, purchase, mua, mua hang; promotion, voucher, coupon, khuyen mai, uu dai; " +
    "subscription, plan, goi, goi dich vu; renew, renewal, extend, gia han; expire, expiry, het han; revenue, doanh thu; profit, loi nhuan; accounting, finance, ke toan, tai chinh; marketing, advertising, tiep thi, quang cao; " +
    "angry, upset, tuc gian, noi nong; apologise, apologize, sorry, xin loi; thank, cam on; satisfaction, satisfied, hai long; quality, chat luong; ticket, phieu, yeu cau ho tro",
];
