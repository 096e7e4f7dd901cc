<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ms_MY">
 <context>
  <name>ArrivalsCard</name>
  <message>
   <source>Arrivals</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>visits every 30 minutes; a paler bar still runs</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <source>From %1: %n visits</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
 </context>
 <context>
  <name>Banners</name>
  <message>
   <source>and %n more</source>
   <translation>dan %n lagi</translation>
  </message>
 </context>
 <context>
  <name>BirthLine</name>
  <message>
   <source>Date of birth</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sex</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Female</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Male</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Date of birth and sex not known</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Change</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fill in</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Change date of birth and sex</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Born *%1* (%2 years)</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ClientForm</name>
  <message>
   <source>&amp;Identity document</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>fills birth date and sex</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;No.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show the number for ten seconds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Country</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nationality</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Full na&amp;me</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Telephone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Address</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Postcode</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Target &amp;groups</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Represented by someone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Anon&amp;ymous</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Came</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Language</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>CloseButton</name>
  <message>
   <source>Close Tab</source>
   <translation>Tutup tab</translation>
  </message>
 </context>
 <context>
  <name>CodeForm</name>
  <message>
   <source>Open with the recovery code</source>
   <translation>Buka dengan kod pemulihan</translation>
  </message>
  <message>
   <source>Type the nine groups from the printed sheet. Small letters and spaces are fine.</source>
   <translation>Taip sembilan kumpulan daripada helaian bercetak. Huruf kecil dan jarak diterima.</translation>
  </message>
  <message>
   <source>&amp;Recovery code</source>
   <translation>&amp;Kod pemulihan</translation>
  </message>
  <message>
   <source>Back to the password</source>
   <translation>Kembali ke kata laluan</translation>
  </message>
  <message>
   <source>Opening…</source>
   <translation>Sedang dibuka…</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Buka</translation>
  </message>
 </context>
 <context>
  <name>CodePaper</name>
  <message>
   <source>Recovery code</source>
   <translation>Kod pemulihan</translation>
  </message>
  <message>
   <source>Keep this sheet in the office's safe, away from the laptop. It opens the file without a password.</source>
   <translation>Simpan helaian ini di dalam peti besi pejabat, berasingan daripada komputer riba. Ia membuka fail tanpa kata laluan.</translation>
  </message>
  <message>
   <source>On the unlock page choose “Use the recovery code” and type all nine groups.</source>
   <translation>Pada halaman buka kunci pilih “Guna kod pemulihan” dan taip kesemua sembilan kumpulan.</translation>
  </message>
  <message>
   <source>If this sheet is lost or was seen by others, tell an administrator.</source>
   <translation>Jika helaian ini hilang atau dilihat orang lain, beritahu pentadbir.</translation>
  </message>
 </context>
 <context>
  <name>CodeStep</name>
  <message>
   <source>Keep the recovery code</source>
   <translation>Simpan kod pemulihan</translation>
  </message>
  <message>
   <source>It opens the file if every password is forgotten or the computer is set up anew.</source>
   <translation>Kod ini membuka fail jika semua kata laluan terlupa atau komputer dipasang semula.</translation>
  </message>
  <message>
   <source>It is shown only once.</source>
   <translation>Ia ditunjukkan sekali sahaja.</translation>
  </message>
  <message>
   <source>Print the sheet</source>
   <translation>Cetak helaian</translation>
  </message>
  <message>
   <source>Save to USB…</source>
   <translation>Simpan ke USB…</translation>
  </message>
  <message>
   <source>Show the code again</source>
   <translation>Tunjukkan kod semula</translation>
  </message>
  <message>
   <source>Keep the sheet in the office's safe, not with the laptop.</source>
   <translation>Simpan helaian di dalam peti besi pejabat, bukan bersama komputer riba.</translation>
  </message>
  <message>
   <source>Whoever holds this code and this computer can read clients' records.</source>
   <translation>Sesiapa yang memegang kod ini dan komputer ini dapat membaca rekod pelanggan.</translation>
  </message>
  <message>
   <source>Group %1</source>
   <translation>Kumpulan ke-%1</translation>
  </message>
  <message>
   <source>Type these two groups from the paper. The code hides meanwhile; small letters are fine.</source>
   <translation>Taip kedua-dua kumpulan ini daripada helaian. Kod di atas disembunyikan apabila anda mula menaip. Huruf kecil diterima.</translation>
  </message>
  <message>
   <source>Type both groups as they stand on the paper</source>
   <translation>Taip kedua-dua kumpulan seperti pada helaian</translation>
  </message>
  <message>
   <source>printed once</source>
   <translation>dicetak sekali</translation>
  </message>
  <message>
   <source>Sent to the printer. Check that it is readable.</source>
   <translation>Dihantar ke pencetak. Pastikan helaian boleh dibaca.</translation>
  </message>
  <message>
   <source>The file could not be written there. Choose another place, or print.</source>
   <translation>Fail tidak dapat ditulis di situ. Pilih tempat lain, atau cetak helaian.</translation>
  </message>
  <message>
   <source>Saved. Take the USB stick to the safe; do not leave it with the laptop.</source>
   <translation>Disimpan. Bawa pemacu USB ke peti besi; jangan tinggalkan bersama komputer riba.</translation>
  </message>
  <message>
   <source>recovery-code.txt</source>
   <translation>kod-pemulihan.txt</translation>
  </message>
  <message>
   <source>Save the recovery code</source>
   <translation>Simpan kod pemulihan</translation>
  </message>
  <message>
   <source>Not as on the paper; look again.</source>
   <translation>Tidak sama dengan helaian; lihat sekali lagi.</translation>
  </message>
 </context>
 <context>
  <name>CounterRow</name>
  <message>
   <source>no officer named</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <source>%n visits</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n matters</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <source>Counter %1</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>CounterWords</name>
  <message>
   <source>Settled now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>New</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>In progress</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Waiting</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Referred…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Old IC</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Passport</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>None</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>at the counter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>by telephone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>online</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>in writing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Malay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>English</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chinese</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tamil</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Iban</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>another</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Child</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Violence</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Danger to life</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>DayTotals</name>
  <message>
   <source>clients</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>matters</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>DeadlineRow</name>
  <message>
   <source>days late</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>w. days</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>days</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Report of HBP No. %1</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <source>Acknowledgement, %n complaints</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>Reply, %n complaints</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>Investigation, %n complaints</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>LATE %n days</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <source>without %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Counted in calendar days; every day counts.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Counted in working days of this state. Not counted:</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Counted in working days of this state.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>DeadlinesCard</name>
  <message>
   <source>Deadlines</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing is due.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All (%1)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fewer</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>DoubtField</name>
  <message>
   <source>Keep: damaged card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keep: told by word of mouth</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Other reason…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Why the value is kept, then Enter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Kept: *%1*</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Change</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Errors</name>
  <message>
   <source>Something in the program went wrong. What you typed is still here: try again, or restart.</source>
   <translation>Ada yang tidak kena dalam program ini. Apa yang anda taip masih ada: cuba sekali lagi, atau mulakan semula program.</translation>
  </message>
 </context>
 <context>
  <name>Field</name>
  <message>
   <source>optional</source>
   <translation>pilihan</translation>
  </message>
 </context>
 <context>
  <name>FoldedMatter</name>
  <message>
   <source>Leave this matter out (Delete)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Matter %1</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Frame</name>
  <message>
   <source>Lock</source>
   <translation>Kunci</translation>
  </message>
  <message>
   <source>Saved on this computer</source>
   <translation>Disimpan di komputer ini</translation>
  </message>
 </context>
 <context>
  <name>GroupChips</name>
  <message numerus="yes">
   <source>Others (%n)</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
 </context>
 <context>
  <name>HelpPage</name>
  <message>
   <source>help for this page</source>
   <translation>bantuan bagi halaman ini</translation>
  </message>
  <message>
   <source>new client or session</source>
   <translation>pelanggan atau sesi baharu</translation>
  </message>
  <message>
   <source>find</source>
   <translation>cari</translation>
  </message>
  <message>
   <source>change session, place, counter</source>
   <translation>tukar sesi, tempat, kaunter</translation>
  </message>
  <message>
   <source>next queue number</source>
   <translation>nombor giliran seterusnya</translation>
  </message>
  <message>
   <source>park this draft</source>
   <translation>tangguh deraf ini</translation>
  </message>
  <message>
   <source>print the slip</source>
   <translation>cetak slip</translation>
  </message>
  <message>
   <source>cover client data</source>
   <translation>tutup butiran pelanggan</translation>
  </message>
  <message>
   <source>save and start the next</source>
   <translation>simpan dan mula yang baharu</translation>
  </message>
  <message>
   <source>save</source>
   <translation>simpan</translation>
  </message>
  <message>
   <source>undo the last act</source>
   <translation>buat asal tindakan terakhir</translation>
  </message>
  <message>
   <source>print or preview</source>
   <translation>cetak atau pratonton</translation>
  </message>
  <message>
   <source>correct this record</source>
   <translation>betulkan rekod ini</translation>
  </message>
  <message>
   <source>lock, change officer</source>
   <translation>kunci, tukar pegawai</translation>
  </message>
  <message>
   <source>further matter</source>
   <translation>urusan baharu</translation>
  </message>
  <message>
   <source>next field; Enter as well</source>
   <translation>medan seterusnya; Enter juga</translation>
  </message>
  <message>
   <source>kind of matter, when the kinds have the focus</source>
   <translation>jenis urusan, apabila fokus pada jenis urusan</translation>
  </message>
  <message>
   <source>closes what popped up; leaves this page</source>
   <translation>menutup yang terbuka; keluar dari halaman ini</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Bantuan</translation>
  </message>
  <message>
   <source>About this page</source>
   <translation>Tentang halaman ini</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Kekunci</translation>
  </message>
  <message>
   <source>Nothing is lost</source>
   <translation>Tiada yang hilang</translation>
  </message>
  <message>
   <source>What you type is kept every second. Saved means saved: it is on this computer's disk.</source>
   <translation>Apa yang anda taip disimpan setiap saat. Disimpan bererti disimpan: ia sudah berada pada cakera komputer ini.</translation>
  </message>
 </context>
 <context>
  <name>MatchesPanel</name>
  <message numerus="yes">
   <source>%n match(es) found</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <source>choose</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>use</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>MatterColumn</name>
  <message>
   <source>Matters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Urg&amp;ent</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Further matter</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>MatterForm</name>
  <message>
   <source>Immediate a&amp;ction</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>whom you informed, when</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ser&amp;vice or category</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>code or part of the name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Details</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shift+Enter: new line</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What the client &amp;wants</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Outcome</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Referred to whom</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Follow-up unit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>On date</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>dd/mm/yyyy</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Usually for *citizens only*; recording goes on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>one key</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Kind of matter %1</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>MatterWords</name>
  <message>
   <source>New</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>In progress</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Waiting for client</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Referred</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Settled</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Closed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Child protection</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Domestic violence</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Danger to life</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Counter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Telephone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Online</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Written</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Old card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Passport</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No document</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Male</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Female</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Acknowledgement</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reply</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Investigation</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>NeedRow</name>
  <message>
   <source> and </source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <source>%n reports are late</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <source>No. %1 · not entered as sent</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Report</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <source>%n records with two versions</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <source>written at the same time; both are kept</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Look</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <source>%n parked drafts</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <source>%1 · kept on this computer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Go on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A form is not saved yet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>kept on this computer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The clock of this computer is in doubt</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>check date and time; records say so until then</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Help</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <source>%n more urgent matters without action</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <source>call Talian Kasih 15999</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Records</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Immediate action not recorded</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Record</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>NeedsCard</name>
  <message>
   <source>Needs a look</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing needs a look now.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>OfficeStep</name>
  <message>
   <source>Which office is this?</source>
   <translation>Pejabat manakah ini?</translation>
  </message>
  <message>
   <source>Its name stands on every report and its code in every reference number.</source>
   <translation>Namanya tertera pada setiap laporan dan kodnya pada setiap nombor rujukan.</translation>
  </message>
  <message>
   <source>&amp;State</source>
   <translation>&amp;Negeri</translation>
  </message>
  <message>
   <source>&amp;Office</source>
   <translation>&amp;Pejabat</translation>
  </message>
  <message>
   <source>code or part of the name</source>
   <translation>kod atau sebahagian nama</translation>
  </message>
  <message>
   <source>Example: Hulu Langat, SGR06 or SGR-RSK1</source>
   <translation>Contoh: Hulu Langat, SGR06 atau SGR-RSK1</translation>
  </message>
  <message>
   <source>Choose a state</source>
   <translation>Pilih negeri</translation>
  </message>
  <message>
   <source>Choose the state, then the office</source>
   <translation>Pilih negeri, kemudian pejabat</translation>
  </message>
 </context>
 <context>
  <name>OfficerStep</name>
  <message>
   <source>Who is the first officer?</source>
   <translation>Siapakah pegawai pertama?</translation>
  </message>
  <message>
   <source>This officer becomes the office's administrator and can add colleagues later.</source>
   <translation>Pegawai ini menjadi pentadbir pejabat dan boleh menambah rakan sekerja kemudian.</translation>
  </message>
  <message>
   <source>&amp;Name as in the service record</source>
   <translation>&amp;Nama seperti dalam rekod perkhidmatan</translation>
  </message>
  <message>
   <source>P&amp;ost and grade</source>
   <translation>&amp;Jawatan dan gred</translation>
  </message>
  <message>
   <source>&amp;Password</source>
   <translation>&amp;Kata laluan</translation>
  </message>
  <message>
   <source>Password &amp;again</source>
   <translation>&amp;Ulang kata laluan</translation>
  </message>
  <message>
   <source>Show what is typed</source>
   <translation>Tunjukkan yang ditaip</translation>
  </message>
  <message>
   <source>Fill in the name, and the password twice</source>
   <translation>Isi nama, dan kata laluan dua kali</translation>
  </message>
  <message>
   <source>The two passwords differ. Type the second one again.</source>
   <translation>Kedua-dua kata laluan berbeza. Taip semula yang kedua.</translation>
  </message>
  <message>
   <source>*Caps Lock is on*</source>
   <translation>*Caps Lock sedang hidup*</translation>
  </message>
 </context>
 <context>
  <name>PageHead</name>
  <message>
   <source>Search name, telephone, reference</source>
   <translation>Cari nama, telefon, rujukan</translation>
  </message>
  <message>
   <source>Lock, change officer (Ctrl+L)</source>
   <translation>Kunci, tukar pegawai (Ctrl+L)</translation>
  </message>
 </context>
 <context>
  <name>Pages</name>
  <message>
   <source>Help</source>
   <translation>Bantuan</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Tetapan</translation>
  </message>
 </context>
 <context>
  <name>PasswordForm</name>
  <message>
   <source>&amp;Officer</source>
   <translation>P&amp;egawai</translation>
  </message>
  <message>
   <source>&amp;Password</source>
   <translation>&amp;Kata laluan</translation>
  </message>
  <message>
   <source>Show what is typed</source>
   <translation>Tunjukkan yang ditaip</translation>
  </message>
  <message>
   <source>Caps Lock is on</source>
   <translation>Caps Lock sedang hidup</translation>
  </message>
  <message>
   <source>Use the recovery code</source>
   <translation>Guna kod pemulihan</translation>
  </message>
  <message>
   <source>Password forgotten?</source>
   <translation>Lupa kata laluan?</translation>
  </message>
  <message>
   <source>An administrator of this office can give you a new one. The printed recovery code opens too.</source>
   <translation>Pentadbir pejabat ini boleh memberi kata laluan baharu. Kod pemulihan bercetak juga dapat membuka fail.</translation>
  </message>
  <message>
   <source>Welcome back, %1</source>
   <translation>Selamat kembali, %1</translation>
  </message>
  <message>
   <source>Unlock</source>
   <translation>Buka kunci</translation>
  </message>
  <message>
   <source>Opening…</source>
   <translation>Sedang dibuka…</translation>
  </message>
  <message numerus="yes">
   <source>Again in %n second(s)</source>
   <translation><numerusform>Cuba lagi dalam %n saat</numerusform></translation>
  </message>
 </context>
 <context>
  <name>Progress</name>
  <message>
   <source>Cancel</source>
   <translation>Batal</translation>
  </message>
 </context>
 <context>
  <name>ProxyForm</name>
  <message>
   <source>Representative's name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Relation</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Representative's telep&amp;hone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Consent</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The client agrees</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>QAbstractSpinBox</name>
  <message>
   <source>&amp;Select All</source>
   <translation>Pilih &amp;semua</translation>
  </message>
  <message>
   <source>&amp;Step up</source>
   <translation>&amp;Naik</translation>
  </message>
  <message>
   <source>Step &amp;down</source>
   <translation>&amp;Turun</translation>
  </message>
 </context>
 <context>
  <name>QComboBox</name>
  <message>
   <source>Open the combo box selection popup</source>
   <translation>Buka senarai pilihan</translation>
  </message>
  <message>
   <source>False</source>
   <translation>Palsu</translation>
  </message>
  <message>
   <source>True</source>
   <translation>Benar</translation>
  </message>
 </context>
 <context>
  <name>QDialogButtonBox</name>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
 </context>
 <context>
  <name>QFileDialog</name>
  <message>
   <source>Look in:</source>
   <translation>Cari di:</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Kembali</translation>
  </message>
  <message>
   <source>Forward</source>
   <translation>Ke hadapan</translation>
  </message>
  <message>
   <source>Parent Directory</source>
   <translation>Folder induk</translation>
  </message>
  <message>
   <source>Create New Folder</source>
   <translation>Buat folder baharu</translation>
  </message>
  <message>
   <source>List View</source>
   <translation>Senarai</translation>
  </message>
  <message>
   <source>Detail View</source>
   <translation>Butiran</translation>
  </message>
  <message>
   <source>File &amp;name:</source>
   <translation>&amp;Nama fail:</translation>
  </message>
  <message>
   <source>&amp;File name:</source>
   <translation>&amp;Nama fail:</translation>
  </message>
  <message>
   <source>Files of type:</source>
   <translation>Jenis fail:</translation>
  </message>
  <message>
   <source>&amp;Open</source>
   <translation>&amp;Buka</translation>
  </message>
  <message>
   <source>&amp;Save</source>
   <translation>&amp;Simpan</translation>
  </message>
  <message>
   <source>&amp;Choose</source>
   <translation>&amp;Pilih</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Buka</translation>
  </message>
  <message>
   <source>Save As</source>
   <translation>Simpan sebagai</translation>
  </message>
  <message>
   <source>Find Directory</source>
   <translation>Cari folder</translation>
  </message>
  <message>
   <source>Directory:</source>
   <translation>Folder:</translation>
  </message>
  <message>
   <source>All Files (*)</source>
   <translation>Semua fail (*)</translation>
  </message>
  <message>
   <source>Show </source>
   <translation>Tunjuk </translation>
  </message>
  <message>
   <source>&amp;Rename</source>
   <translation>&amp;Namakan semula</translation>
  </message>
  <message>
   <source>&amp;Delete</source>
   <translation>&amp;Padam</translation>
  </message>
  <message>
   <source>Show &amp;hidden files</source>
   <translation>Tunjuk fail &amp;tersembunyi</translation>
  </message>
  <message>
   <source>&amp;New Folder</source>
   <translation>Folder &amp;baharu</translation>
  </message>
  <message>
   <source>New Folder</source>
   <translation>Folder baharu</translation>
  </message>
  <message>
   <source>My Computer</source>
   <translation>Komputer saya</translation>
  </message>
  <message>
   <source>Computer</source>
   <translation>Komputer</translation>
  </message>
  <message>
   <source>Recent Places</source>
   <translation>Tempat terkini</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Fail</translation>
  </message>
  <message>
   <source>Directories</source>
   <translation>Folder</translation>
  </message>
  <message>
   <source>%1 already exists.
Do you want to replace it?</source>
   <translation>%1 sudah ada.
Gantikannya?</translation>
  </message>
  <message>
   <source>%1
File not found.
Please verify the correct file name was given.</source>
   <translation>%1
Fail tidak ditemui.
Semak nama fail itu.</translation>
  </message>
  <message>
   <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
   <translation>%1
Folder tidak ditemui.
Semak nama folder itu.</translation>
  </message>
 </context>
 <context>
  <name>QFileSystemModel</name>
  <message>
   <source>Name</source>
   <translation>Nama</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Saiz</translation>
  </message>
  <message>
   <source>Type</source>
   <translation>Jenis</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Jenis</translation>
  </message>
  <message>
   <source>Date Modified</source>
   <translation>Tarikh diubah</translation>
  </message>
  <message>
   <source>My Computer</source>
   <translation>Komputer saya</translation>
  </message>
  <message>
   <source>Computer</source>
   <translation>Komputer</translation>
  </message>
  <message>
   <source>File Folder</source>
   <translation>Folder</translation>
  </message>
  <message>
   <source>Drive</source>
   <translation>Pemacu</translation>
  </message>
  <message>
   <source>%1 KB</source>
   <translation>%1 KB</translation>
  </message>
  <message>
   <source>%1 bytes</source>
   <translation>%1 bait</translation>
  </message>
  <message>
   <source>%1 byte(s)</source>
   <translation>%1 bait</translation>
  </message>
 </context>
 <context>
  <name>QLineEdit</name>
  <message>
   <source>&amp;Undo</source>
   <translation>B&amp;uat asal</translation>
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation>Buat &amp;semula</translation>
  </message>
  <message>
   <source>Cu&amp;t</source>
   <translation>Po&amp;tong</translation>
  </message>
  <message>
   <source>&amp;Copy</source>
   <translation>&amp;Salin</translation>
  </message>
  <message>
   <source>&amp;Paste</source>
   <translation>Tam&amp;pal</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Padam</translation>
  </message>
  <message>
   <source>Select All</source>
   <translation>Pilih semua</translation>
  </message>
 </context>
 <context>
  <name>QMessageBox</name>
  <message>
   <source>Show Details...</source>
   <translation>Tunjuk butiran...</translation>
  </message>
  <message>
   <source>Hide Details...</source>
   <translation>Sembunyi butiran...</translation>
  </message>
 </context>
 <context>
  <name>QPlatformTheme</name>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Simpan</translation>
  </message>
  <message>
   <source>Save All</source>
   <translation>Simpan semua</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Buka</translation>
  </message>
  <message>
   <source>&amp;Yes</source>
   <translation>&amp;Ya</translation>
  </message>
  <message>
   <source>Yes to &amp;All</source>
   <translation>Ya bagi &amp;semua</translation>
  </message>
  <message>
   <source>&amp;No</source>
   <translation>&amp;Tidak</translation>
  </message>
  <message>
   <source>N&amp;o to All</source>
   <translation>T&amp;idak bagi semua</translation>
  </message>
  <message>
   <source>Abort</source>
   <translation>Henti</translation>
  </message>
  <message>
   <source>Retry</source>
   <translation>Cuba semula</translation>
  </message>
  <message>
   <source>Ignore</source>
   <translation>Abaikan</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Tutup</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Batal</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Buang</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Bantuan</translation>
  </message>
  <message>
   <source>Apply</source>
   <translation>Guna</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>Set semula</translation>
  </message>
  <message>
   <source>Restore Defaults</source>
   <translation>Pulihkan asal</translation>
  </message>
 </context>
 <context>
  <name>QPrintDialog</name>
  <message>
   <source>Print</source>
   <translation>Cetak</translation>
  </message>
  <message>
   <source>&amp;Print</source>
   <translation>&amp;Cetak</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
  <message>
   <source>Print all</source>
   <translation>Cetak semua</translation>
  </message>
  <message>
   <source>Print range</source>
   <translation>Cetak julat</translation>
  </message>
  <message>
   <source>Print selection</source>
   <translation>Cetak pilihan</translation>
  </message>
  <message>
   <source>Print current page</source>
   <translation>Cetak halaman ini</translation>
  </message>
  <message>
   <source>Print to File (PDF)</source>
   <translation>Cetak ke fail (PDF)</translation>
  </message>
  <message>
   <source>Properties</source>
   <translation>Sifat</translation>
  </message>
  <message>
   <source>Copies</source>
   <translation>Salinan</translation>
  </message>
  <message>
   <source>Options</source>
   <translation>Pilihan</translation>
  </message>
  <message>
   <source>&amp;Options &gt;&gt;</source>
   <translation>&amp;Pilihan &gt;&gt;</translation>
  </message>
  <message>
   <source>&amp;Options &lt;&lt;</source>
   <translation>&amp;Pilihan &lt;&lt;</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Batal</translation>
  </message>
 </context>
 <context>
  <name>QPrintPreviewDialog</name>
  <message>
   <source>Print Preview</source>
   <translation>Pratonton cetakan</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Cetak</translation>
  </message>
  <message>
   <source>Page setup</source>
   <translation>Susunan halaman</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Tutup</translation>
  </message>
 </context>
 <context>
  <name>QScrollBar</name>
  <message>
   <source>Scroll here</source>
   <translation>Tatal ke sini</translation>
  </message>
  <message>
   <source>Top</source>
   <translation>Atas</translation>
  </message>
  <message>
   <source>Bottom</source>
   <translation>Bawah</translation>
  </message>
  <message>
   <source>Left edge</source>
   <translation>Tepi kiri</translation>
  </message>
  <message>
   <source>Right edge</source>
   <translation>Tepi kanan</translation>
  </message>
  <message>
   <source>Page up</source>
   <translation>Halaman ke atas</translation>
  </message>
  <message>
   <source>Page down</source>
   <translation>Halaman ke bawah</translation>
  </message>
  <message>
   <source>Page left</source>
   <translation>Halaman ke kiri</translation>
  </message>
  <message>
   <source>Page right</source>
   <translation>Halaman ke kanan</translation>
  </message>
  <message>
   <source>Scroll up</source>
   <translation>Tatal ke atas</translation>
  </message>
  <message>
   <source>Scroll down</source>
   <translation>Tatal ke bawah</translation>
  </message>
  <message>
   <source>Scroll left</source>
   <translation>Tatal ke kiri</translation>
  </message>
  <message>
   <source>Scroll right</source>
   <translation>Tatal ke kanan</translation>
  </message>
 </context>
 <context>
  <name>QShortcut</name>
  <message>
   <source>Space</source>
   <translation>Space</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Tab</source>
   <translation>Tab</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Enter</translation>
  </message>
  <message>
   <source>Ctrl</source>
   <translation>Ctrl</translation>
  </message>
  <message>
   <source>Shift</source>
   <translation>Shift</translation>
  </message>
  <message>
   <source>Alt</source>
   <translation>Alt</translation>
  </message>
 </context>
 <context>
  <name>QWidgetTextControl</name>
  <message>
   <source>&amp;Undo</source>
   <translation>B&amp;uat asal</translation>
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation>Buat &amp;semula</translation>
  </message>
  <message>
   <source>Cu&amp;t</source>
   <translation>Po&amp;tong</translation>
  </message>
  <message>
   <source>&amp;Copy</source>
   <translation>&amp;Salin</translation>
  </message>
  <message>
   <source>Copy &amp;Link Location</source>
   <translation>Salin a&amp;lamat pautan</translation>
  </message>
  <message>
   <source>&amp;Paste</source>
   <translation>Tam&amp;pal</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Padam</translation>
  </message>
  <message>
   <source>Select All</source>
   <translation>Pilih semua</translation>
  </message>
 </context>
 <context>
  <name>SessionCard</name>
  <message>
   <source>Open counter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Plan a session</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No session is planned. The circular suggests %1 a year for each state (F.3); %2 held this year.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Under way</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Starts today</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Next session</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hours are over</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Existing platform</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Department programme</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Online</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 left</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>in %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>HBP No. %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>day %1 of %2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hours of the session: %1 per cent are over</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>SettingsPage</name>
  <message>
   <source>Settings</source>
   <translation>Tetapan</translation>
  </message>
  <message>
   <source>Of this computer; they take effect at once</source>
   <translation>Bagi komputer ini; berkuat kuasa serta-merta</translation>
  </message>
  <message>
   <source>How the window looks</source>
   <translation>Rupa tetingkap</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Bahasa</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Tema</translation>
  </message>
  <message>
   <source>Size of everything</source>
   <translation>Saiz paparan</translation>
  </message>
  <message>
   <source>Lock when unused for</source>
   <translation>Kunci selepas tanpa kegiatan</translation>
  </message>
  <message>
   <source>Keys on buttons</source>
   <translation>Kekunci pada butang</translation>
  </message>
  <message>
   <source>Show the key that does the same</source>
   <translation>Tunjukkan kekunci yang sama fungsinya</translation>
  </message>
  <message>
   <source>As the computer</source>
   <translation>Ikut komputer</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Cerah</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Gelap</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>Kontras tinggi</translation>
  </message>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation><numerusform>%n minit</numerusform></translation>
  </message>
 </context>
 <context>
  <name>Sheet</name>
  <message>
   <source>Close (Esc)</source>
   <translation>Tutup (Esc)</translation>
  </message>
 </context>
 <context>
  <name>TallyBar</name>
  <message numerus="yes">
   <source>%n counted without details</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <source>Tally</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>service</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Service of the tally</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Count one more (F7)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Count one more without details (F7)</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>TimeWords</name>
  <message>
   <source>%n hours</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%n minutes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>weekend: %1</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>TodayList</name>
  <message>
   <source>Today</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All counters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mine</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Visits recorded today, newest first</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing recorded yet. What you save appears here, with its number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>saved here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Without a name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No name</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>TodayPage</name>
  <message>
   <source>Today</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Find</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Next</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What this page shows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The session of today, what came in, what is due and what needs a look. Every number opens the records behind it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Deadlines</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Complaints are counted in working days of this state, the report in calendar days (F.4.2). The days left out are in the tool tip.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>TotalsCard</name>
  <message numerus="yes">
   <source>%n counters</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <source>as of %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Totals of today</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>See the records behind the numbers</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <source>%n anonymous</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <source>people, not records</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clients</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <source>%n only counted</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <source>%1 a visit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Matters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>queue %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>nobody in the queue</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Waiting</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Left</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>without being served</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <source>%1, %2 of %n matters</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
 </context>
 <context>
  <name>TypeAhead</name>
  <message>
   <source>Use as typed</source>
   <translation>Guna seperti ditaip</translation>
  </message>
 </context>
 <context>
  <name>UnlockPage</name>
  <message>
   <source>The file is encrypted; no name is read without a password</source>
   <translation>Fail disulitkan; tiada nama pelanggan dibaca tanpa kata laluan</translation>
  </message>
  <message>
   <source>Version %1</source>
   <translation>Versi %1</translation>
  </message>
  <message>
   <source>The office's file was locked because nobody used it. What you typed is kept.</source>
   <translation>Fail pejabat dikunci kerana tiada kegiatan. Semua yang anda taip telah disimpan.</translation>
  </message>
  <message>
   <source>The office's file is locked. What you typed is kept.</source>
   <translation>Fail pejabat dikunci. Semua yang anda taip telah disimpan.</translation>
  </message>
  <message>
   <source>Type your password to open the office's file.</source>
   <translation>Taip kata laluan anda untuk membuka fail pejabat.</translation>
  </message>
 </context>
 <context>
  <name>UnlockRail</name>
  <message>
   <source>Who is at work?</source>
   <translation>Siapa yang bertugas?</translation>
  </message>
 </context>
 <context>
  <name>UrgentPanel</name>
  <message>
   <source>Why it is urgent</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>*Ring now:* Talian Kasih *%1* · WhatsApp *%2*</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>suggested by the service; press again if it is not urgent</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Window</name>
  <message>
   <source>Set-up</source>
   <translation>Persediaan</translation>
  </message>
 </context>
 <context>
  <name>Wizard</name>
  <message>
   <source>Back</source>
   <translation>Kembali</translation>
  </message>
  <message>
   <source>Step %1 of %2</source>
   <translation>Langkah %1 daripada %2</translation>
  </message>
  <message>
   <source>Preparing the office…</source>
   <translation>Menyediakan pejabat…</translation>
  </message>
  <message>
   <source>Open the office</source>
   <translation>Buka pejabat</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Teruskan</translation>
  </message>
 </context>
 <context>
  <name>WizardRail</name>
  <message>
   <source>First set-up</source>
   <translation>Persediaan pertama</translation>
  </message>
  <message>
   <source>About three minutes. No internet connection is needed.</source>
   <translation>Kira-kira tiga minit. Tiada sambungan internet diperlukan.</translation>
  </message>
  <message>
   <source>Office</source>
   <translation>Pejabat</translation>
  </message>
  <message>
   <source>First officer</source>
   <translation>Pegawai pertama</translation>
  </message>
  <message>
   <source>Recovery code</source>
   <translation>Kod pemulihan</translation>
  </message>
  <message>
   <source>The office's file is encrypted on this computer and sent nowhere without your order.</source>
   <translation>Fail pejabat disulitkan pada komputer ini dan tidak dihantar ke mana-mana tanpa arahan anda.</translation>
  </message>
  <message>
   <source>done</source>
   <translation>siap</translation>
  </message>
  <message>
   <source>now</source>
   <translation>sekarang</translation>
  </message>
  <message>
   <source>later</source>
   <translation>kemudian</translation>
  </message>
 </context>
 <context>
  <name>YearCard</name>
  <message>
   <source>Sessions this year</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <source>%n planned</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation type="unfinished" />
  </message>
 </context>
</TS>
