<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ms_MY">
 <context>
  <name>ActingForm</name>
  <message>
   <source>&amp;Acts as</source>
   <translation>M&amp;emangku</translation>
  </message>
  <message>
   <source>&amp;From</source>
   <translation>&amp;Dari</translation>
  </message>
  <message>
   <source>&amp;To</source>
   <translation>&amp;Hingga</translation>
  </message>
  <message>
   <source>that day too</source>
   <translation>termasuk hari itu</translation>
  </message>
  <message>
   <source>Reference of the &amp;letter</source>
   <translation>Rujukan &amp;surat</translation>
  </message>
 </context>
 <context>
  <name>ActionBar</name>
  <message>
   <source>Park</source>
   <translation>Tangguh</translation>
  </message>
  <message>
   <source>Slip</source>
   <translation>Slip</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Simpan</translation>
  </message>
  <message>
   <source>Save &amp;&amp; new</source>
   <translation>Simpan &amp;&amp; baharu</translation>
  </message>
 </context>
 <context>
  <name>AddForm</name>
  <message>
   <source>&amp;Name as in the service record</source>
   <translation>&amp;Nama seperti dalam rekod perkhidmatan</translation>
  </message>
  <message>
   <source>P&amp;ost and grade</source>
   <translation>&amp;Jawatan dan gred</translation>
  </message>
  <message>
   <source>Roles</source>
   <translation>Peranan</translation>
  </message>
  <message>
   <source>several, if it is so</source>
   <translation>boleh lebih daripada satu</translation>
  </message>
  <message>
   <source>This is another person of the same name</source>
   <translation>Ini orang lain yang sama nama</translation>
  </message>
 </context>
 <context>
  <name>AdmitSheet</name>
  <message>
   <source>A computer asks to join</source>
   <translation>Sebuah komputer meminta untuk menyertai</translation>
  </message>
  <message>
   <source>Compare these six words with the ones on that computer's screen.</source>
   <translation>Bandingkan enam perkataan ini dengan yang di skrin komputer itu.</translation>
  </message>
  <message>
   <source>They differ: do not admit</source>
   <translation>Tidak sama: jangan benarkan</translation>
  </message>
  <message>
   <source>All six agree: admit</source>
   <translation>Keenam-enamnya sama: benarkan</translation>
  </message>
  <message>
   <source>Computer: %1</source>
   <translation>Komputer: %1</translation>
  </message>
  <message>
   <source>Already on the list, gets a key there: %1</source>
   <translation>Sudah ada dalam senarai, mendapat kunci di sana: %1</translation>
  </message>
  <message>
   <source>New on the list, as counter officer: %1</source>
   <translation>Baharu dalam senarai, sebagai petugas kaunter: %1</translation>
  </message>
  <message>
   <source>New on the list, with the roles they had: %1</source>
   <translation>Baharu dalam senarai, dengan peranan sedia ada: %1</translation>
  </message>
  <message>
   <source>It has an office of its own already; its records stay and will count.</source>
   <translation>Ia sudah ada pejabat sendiri; rekodnya kekal dan akan dikira.</translation>
  </message>
  <message>
   <source>It was admitted before; the permission file is made again.</source>
   <translation>Ia sudah dibenarkan; fail kebenaran dibuat semula.</translation>
  </message>
 </context>
 <context>
  <name>ArrivalsCard</name>
  <message>
   <source>Arrivals</source>
   <translation>Ketibaan</translation>
  </message>
  <message>
   <source>visits every 30 minutes; a paler bar still runs</source>
   <translation>kunjungan setiap 30 minit; lajur muda masih berjalan</translation>
  </message>
  <message numerus="yes">
   <source>From %1: %n visits</source>
   <translation><numerusform>Dari %1: %n kunjungan</numerusform></translation>
  </message>
 </context>
 <context>
  <name>AskPanel</name>
  <message>
   <source>Cancel</source>
   <translation>Batal</translation>
  </message>
  <message>
   <source>Referred to whom</source>
   <translation>Dirujuk kepada siapa</translation>
  </message>
  <message>
   <source>&amp;Reason</source>
   <translation>&amp;Sebab</translation>
  </message>
  <message>
   <source>Write in a few words why; it stays in the history.</source>
   <translation>Tulis sebabnya dalam beberapa perkataan; ia disimpan dalam sejarah.</translation>
  </message>
 </context>
 <context>
  <name>Attachments</name>
  <message>
   <source>It leaves the list and is sent nowhere. The history keeps who withdrew it, and why.</source>
   <translation>Ia hilang daripada senarai dan tidak dihantar ke mana-mana. Sejarah menyimpan siapa menariknya balik, dan sebabnya.</translation>
  </message>
  <message>
   <source>Withdraw the attachment?</source>
   <translation>Tarik balik lampiran?</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>Tarik balik</translation>
  </message>
  <message>
   <source>Attachment withdrawn</source>
   <translation>Lampiran ditarik balik</translation>
  </message>
  <message>
   <source>Fetching…</source>
   <translation>Sedang diambil…</translation>
  </message>
  <message>
   <source>The state office has it not yet: its laptop has not sent it.</source>
   <translation>Pejabat negeri belum menerimanya: komputer itu belum menghantarnya.</translation>
  </message>
  <message>
   <source>Attachments</source>
   <translation>Lampiran</translation>
  </message>
  <message>
   <source>Add…</source>
   <translation>Tambah…</translation>
  </message>
  <message>
   <source>Drop pictures or PDFs here, or paste with Ctrl+V.</source>
   <translation>Letakkan gambar atau PDF di sini, atau tampal dengan Ctrl+V.</translation>
  </message>
  <message>
   <source>Pages to attach</source>
   <translation>Halaman untuk dilampirkan</translation>
  </message>
  <message>
   <source>such as 1-3,5; Enter attaches them</source>
   <translation>contohnya 1-3,5; Enter melampirkannya</translation>
  </message>
  <message>
   <source>Pasted picture</source>
   <translation>Gambar ditampal</translation>
  </message>
  <message>
   <source>Pictures or PDFs to attach</source>
   <translation>Gambar atau PDF untuk dilampirkan</translation>
  </message>
  <message>
   <source>Pictures and PDFs</source>
   <translation>Gambar dan PDF</translation>
  </message>
  <message>
   <source>Attaching %1 (%2 of %3)</source>
   <translation>Melampirkan %1 (%2 daripada %3)</translation>
  </message>
  <message numerus="yes">
   <source>%n pictures attached</source>
   <translation><numerusform>%n gambar dilampirkan</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation><numerusform>dan %n lagi</numerusform></translation>
  </message>
  <message>
   <source>Not attached:</source>
   <translation>Tidak dilampirkan:</translation>
  </message>
  <message>
   <source>Attachment</source>
   <translation>Lampiran</translation>
  </message>
  <message>
   <source>Withdraw…</source>
   <translation>Tarik balik…</translation>
  </message>
  <message>
   <source>Fetch it</source>
   <translation>Ambil</translation>
  </message>
  <message>
   <source>This picture cannot be shown.</source>
   <translation>Gambar ini tidak dapat ditunjukkan.</translation>
  </message>
  <message>
   <source>The one before (←)</source>
   <translation>Yang sebelum (←)</translation>
  </message>
  <message>
   <source>The next one (→)</source>
   <translation>Yang seterusnya (→)</translation>
  </message>
  <message>
   <source>Picture</source>
   <translation>Gambar</translation>
  </message>
  <message>
   <source>%1, page %2 of %3</source>
   <translation>%1, halaman %2 daripada %3</translation>
  </message>
  <message>
   <source>State has it</source>
   <translation>Negeri sudah terima</translation>
  </message>
  <message>
   <source>Saved here</source>
   <translation>Disimpan di sini</translation>
  </message>
  <message>
   <source>On laptop %1</source>
   <translation>Pada komputer %1</translation>
  </message>
  <message>
   <source>Not here</source>
   <translation>Tiada di sini</translation>
  </message>
 </context>
 <context>
  <name>AuditCard</name>
  <message>
   <source>Opened</source>
   <translation>Dibuka</translation>
  </message>
  <message>
   <source>Looked at</source>
   <translation>Dilihat</translation>
  </message>
  <message>
   <source>Taken out</source>
   <translation>Dikeluarkan</translation>
  </message>
  <message>
   <source>Printed</source>
   <translation>Dicetak</translation>
  </message>
  <message>
   <source>Signed</source>
   <translation>Ditandatangani</translation>
  </message>
  <message>
   <source>Officers and keys</source>
   <translation>Pegawai dan kunci</translation>
  </message>
  <message>
   <source>Laptops</source>
   <translation>Komputer riba</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Tetapan</translation>
  </message>
  <message>
   <source>Backups</source>
   <translation>Sandaran</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>Lain-lain</translation>
  </message>
  <message>
   <source>&amp;From</source>
   <translation>&amp;Dari</translation>
  </message>
  <message>
   <source>&amp;To</source>
   <translation>&amp;Hingga</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Tunjuk</translation>
  </message>
  <message>
   <source>Take out…</source>
   <translation>Keluarkan…</translation>
  </message>
  <message>
   <source>Audit trail</source>
   <translation>Jejak audit</translation>
  </message>
  <message>
   <source>Nothing of this kind was done in these days.</source>
   <translation>Tiada perkara sebegini dibuat pada hari-hari ini.</translation>
  </message>
  <message>
   <source>Both days are included, by the clocks of the laptops; a doubtful clock is marked. No client's data stands here: numbers, officers and laptops only. Taking it out is entered as well.</source>
   <translation>Kedua-dua hari termasuk, mengikut jam komputer riba; jam yang diragui ditanda. Tiada data pelanggan di sini: nombor, pegawai dan komputer riba sahaja. Mengeluarkannya juga dicatat.</translation>
  </message>
  <message>
   <source>clock in doubt</source>
   <translation>jam diragui</translation>
  </message>
  <message>
   <source>does not count</source>
   <translation>tidak dikira</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Bila</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Perkara</translation>
  </message>
  <message>
   <source>About</source>
   <translation>Tentang</translation>
  </message>
  <message>
   <source>Officer</source>
   <translation>Pegawai</translation>
  </message>
  <message>
   <source>Laptop</source>
   <translation>Komputer</translation>
  </message>
 </context>
 <context>
  <name>Banners</name>
  <message numerus="yes">
   <source>and %n more</source>
   <translation><numerusform>dan %n lagi</numerusform></translation>
  </message>
 </context>
 <context>
  <name>BirthLine</name>
  <message>
   <source>Date of birth</source>
   <translation>Tarikh lahir</translation>
  </message>
  <message>
   <source>Sex</source>
   <translation>Jantina</translation>
  </message>
  <message>
   <source>Female</source>
   <translation>Perempuan</translation>
  </message>
  <message>
   <source>Male</source>
   <translation>Lelaki</translation>
  </message>
  <message>
   <source>Date of birth and sex not known</source>
   <translation>Tarikh lahir dan jantina belum diketahui</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Ubah</translation>
  </message>
  <message>
   <source>Fill in</source>
   <translation>Isi</translation>
  </message>
  <message>
   <source>Change date of birth and sex</source>
   <translation>Ubah tarikh lahir dan jantina</translation>
  </message>
  <message>
   <source>Born *%1* (%2 years)</source>
   <translation>Lahir *%1* (%2 tahun)</translation>
  </message>
 </context>
 <context>
  <name>CheckCard</name>
  <message>
   <source>Is the file whole</source>
   <translation>Keutuhan fail</translation>
  </message>
  <message>
   <source>Every page, entry, link and signature is checked, and every record is made again from its entries and compared. It changes nothing.</source>
   <translation>Setiap muka, catatan, sambungan dan tandatangan disemak, dan setiap rekod disusun semula daripada catatannya lalu dibandingkan. Tiada yang diubah.</translation>
  </message>
  <message>
   <source>Check now</source>
   <translation>Semak sekarang</translation>
  </message>
  <message>
   <source>Held elsewhere and the same there, as this file remembers; compare again to be sure</source>
   <translation>Dipegang di tempat lain dan sama di sana, mengikut ingatan fail ini; bandingkan semula untuk pasti</translation>
  </message>
 </context>
 <context>
  <name>ClientForm</name>
  <message>
   <source>&amp;Identity document</source>
   <translation>Jenis p&amp;engenalan</translation>
  </message>
  <message>
   <source>fills birth date and sex</source>
   <translation>mengisi tarikh lahir dan jantina</translation>
  </message>
  <message>
   <source>&amp;No.</source>
   <translation>&amp;No. pengenalan</translation>
  </message>
  <message>
   <source>Show the number for ten seconds</source>
   <translation>Tunjuk nombor selama sepuluh saat</translation>
  </message>
  <message>
   <source>Country</source>
   <translation>Negara</translation>
  </message>
  <message>
   <source>Nationality</source>
   <translation>Warganegara</translation>
  </message>
  <message>
   <source>Full na&amp;me</source>
   <translation>Na&amp;ma penuh</translation>
  </message>
  <message>
   <source>&amp;Telephone</source>
   <translation>&amp;Telefon</translation>
  </message>
  <message>
   <source>&amp;Address</source>
   <translation>&amp;Alamat</translation>
  </message>
  <message>
   <source>&amp;Postcode</source>
   <translation>Pos&amp;kod</translation>
  </message>
  <message>
   <source>Target &amp;groups</source>
   <translation>Kumpulan sa&amp;sar</translation>
  </message>
  <message>
   <source>&amp;Represented by someone</source>
   <translation>Di&amp;wakili orang lain</translation>
  </message>
  <message>
   <source>Anon&amp;ymous</source>
   <translation>Tan&amp;pa nama</translation>
  </message>
  <message>
   <source>No name or number is kept. A complaint needs the place and the facts.</source>
   <translation>Nama dan nombor tidak disimpan. Aduan perlukan tempat dan fakta.</translation>
  </message>
  <message>
   <source>Came</source>
   <translation>Saluran</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Bahasa</translation>
  </message>
 </context>
 <context>
  <name>ClientHead</name>
  <message>
   <source>Client</source>
   <translation>Pelanggan</translation>
  </message>
 </context>
 <context>
  <name>ClientSearch</name>
  <message>
   <source>same name</source>
   <translation>nama sama</translation>
  </message>
  <message>
   <source>No name</source>
   <translation>Tiada nama</translation>
  </message>
 </context>
 <context>
  <name>ClockPanel</name>
  <message numerus="yes">
   <source>%n w. days</source>
   <translation><numerusform>%n h. kerja</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>LATE %n days</source>
   <translation><numerusform>LEWAT %n hari</numerusform></translation>
  </message>
  <message>
   <source>done</source>
   <translation>siap</translation>
  </message>
  <message>
   <source>later</source>
   <translation>kemudian</translation>
  </message>
  <message>
   <source>Working days of this state. Not counted:</source>
   <translation>Hari bekerja negeri ini. Tidak dikira:</translation>
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
  <name>CodeCard</name>
  <message>
   <source>Recovery code</source>
   <translation>Kod pemulihan</translation>
  </message>
  <message>
   <source>The printed sheet in the safe opens the office without a password. If others saw it, replace the code: the old one is asked for, and opens only older backups after that.</source>
   <translation>Helaian bercetak dalam peti besi membuka pejabat tanpa kata laluan. Jika orang lain telah melihatnya, ganti kod itu: kod lama ditanya, dan selepas itu hanya membuka salinan sandaran lama.</translation>
  </message>
  <message>
   <source>Replace the code…</source>
   <translation>Ganti kod…</translation>
  </message>
  <message>
   <source>The &amp;old code, from the sheet</source>
   <translation>Kod &amp;lama, daripada helaian</translation>
  </message>
  <message>
   <source>Replace the old code</source>
   <translation>Ganti kod lama</translation>
  </message>
  <message>
   <source>Keep the old code</source>
   <translation>Kekalkan kod lama</translation>
  </message>
  <message>
   <source>Type the old code, and two groups of the new one from the paper</source>
   <translation>Taip kod lama, dan dua kumpulan kod baharu daripada kertas</translation>
  </message>
 </context>
 <context>
  <name>CodeForm</name>
  <message>
   <source>&amp;Recovery code</source>
   <translation>&amp;Kod pemulihan</translation>
  </message>
  <message>
   <source>from the paper</source>
   <translation>daripada kertas</translation>
  </message>
  <message>
   <source>Type the nine groups from the printed sheet. Small letters and spaces are fine.</source>
   <translation>Taip sembilan kumpulan daripada helaian bercetak. Huruf kecil dan jarak diterima.</translation>
  </message>
  <message>
   <source>A new password by the recovery code</source>
   <translation>Kata laluan baharu dengan kod pemulihan</translation>
  </message>
  <message>
   <source>An administrator of this office can also give you one, under Settings, Officers.</source>
   <translation>Pentadbir pejabat ini juga boleh memberi anda satu, dalam Tetapan, Pegawai.</translation>
  </message>
  <message>
   <source>Open with the recovery code</source>
   <translation>Buka dengan kod pemulihan</translation>
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
  <name>CompareCard</name>
  <message>
   <source>Compare with what is elsewhere</source>
   <translation>Bandingkan dengan yang di tempat lain</translation>
  </message>
  <message>
   <source>A file alone cannot prove that nobody with every key wrote it anew. What was printed, sent or copied before can: it is compared, and remembered where it agrees.</source>
   <translation>Fail ini sahaja tidak dapat membuktikan bahawa tiada orang yang memegang semua kunci menulisnya semula. Yang telah dicetak, dihantar atau disalin dahulu boleh: ia dibandingkan, dan diingati jika sepadan.</translation>
  </message>
  <message>
   <source>&amp;Code on a report, or read to you</source>
   <translation>&amp;Kod pada laporan, atau yang dibacakan</translation>
  </message>
  <message>
   <source>Compare the code</source>
   <translation>Bandingkan kod</translation>
  </message>
  <message>
   <source>Choose a file…</source>
   <translation>Pilih fail…</translation>
  </message>
  <message>
   <source>A backup, laporan.json or its package, or an audit export</source>
   <translation>Sandaran, laporan.json atau pakejnya, atau eksport audit</translation>
  </message>
  <message>
   <source>This laptop's code now: write it down elsewhere, or read it to somebody who will</source>
   <translation>Kod komputer ini sekarang: catat di tempat lain, atau bacakan kepada orang yang akan mencatatnya</translation>
  </message>
  <message>
   <source>This laptop's code now</source>
   <translation>Kod komputer ini sekarang</translation>
  </message>
 </context>
 <context>
  <name>ComputersCard</name>
  <message>
   <source>Computers of this office</source>
   <translation>Komputer pejabat ini</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation><numerusform>dan %n lagi</numerusform></translation>
  </message>
  <message>
   <source>last backup %1</source>
   <translation>sandaran terakhir %1</translation>
  </message>
  <message>
   <source>version %1</source>
   <translation>versi %1</translation>
  </message>
  <message>
   <source>newest entry %1</source>
   <translation>catatan terbaharu %1</translation>
  </message>
  <message>
   <source>no backup yet</source>
   <translation>belum ada sandaran</translation>
  </message>
  <message numerus="yes">
   <source>%n entries in all</source>
   <translation><numerusform>%n catatan semuanya</numerusform></translation>
  </message>
  <message>
   <source>%1 free</source>
   <translation>%1 kosong</translation>
  </message>
  <message>
   <source>At each exchange this computer says of itself: %1. Nothing about any client.</source>
   <translation>Setiap kali bertukar, komputer ini menyatakan tentang dirinya: %1. Tiada apa-apa tentang pelanggan.</translation>
  </message>
  <message>
   <source>State office</source>
   <translation>Pejabat negeri</translation>
  </message>
  <message>
   <source>nothing of it here yet</source>
   <translation>belum ada apa-apa daripadanya di sini</translation>
  </message>
  <message numerus="yes">
   <source>%n entries lie here</source>
   <translation><numerusform>%n catatan ada di sini</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n do not count</source>
   <translation><numerusform>%n tidak dikira</numerusform></translation>
  </message>
  <message>
   <source>This computer</source>
   <translation>Komputer ini</translation>
  </message>
  <message>
   <source>Replies from there</source>
   <translation>Jawapan dari sana</translation>
  </message>
  <message>
   <source>Admitted</source>
   <translation>Dibenarkan</translation>
  </message>
  <message>
   <source>Revoked</source>
   <translation>Dibatalkan</translation>
  </message>
  <message>
   <source>Not admitted</source>
   <translation>Belum dibenarkan</translation>
  </message>
 </context>
 <context>
  <name>ConfirmCard</name>
  <message>
   <source>Compare six words</source>
   <translation>Bandingkan enam kata</translation>
  </message>
  <message>
   <source>Ring %1 and read these words aloud. They see the same six, or it is not them: then do not go on.</source>
   <translation>Telefon %1 dan bacakan kata-kata ini. Mereka nampak enam yang sama; jika lain, itu bukan mereka: jangan teruskan.</translation>
  </message>
  <message>
   <source>the state office</source>
   <translation>pejabat negeri</translation>
  </message>
  <message>
   <source>They confirm this computer on their side. Nothing more is to be done here; it goes on.</source>
   <translation>Mereka mengesahkan komputer ini di pihak mereka. Tiada lagi yang perlu dibuat di sini; ia diteruskan sendiri.</translation>
  </message>
 </context>
 <context>
  <name>Copies</name>
  <message>
   <source>Laptop %1</source>
   <translation>Komputer %1</translation>
  </message>
  <message>
   <source>This laptop</source>
   <translation>Komputer ini</translation>
  </message>
  <message>
   <source>entries from %1 on may be missing; how many is not known here</source>
   <translation>entri mulai %1 mungkin hilang; berapa banyak tidak diketahui di sini</translation>
  </message>
  <message>
   <source>entry %1 may be missing</source>
   <translation>entri %1 mungkin hilang</translation>
  </message>
  <message>
   <source>entries %1–%2 may be missing</source>
   <translation>entri %1–%2 mungkin hilang</translation>
  </message>
  <message>
   <source>By itself</source>
   <translation>Automatik</translation>
  </message>
  <message>
   <source>Made by an officer</source>
   <translation>Dibuat oleh pegawai</translation>
  </message>
  <message>
   <source>Before an upgrade</source>
   <translation>Sebelum naik taraf</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>Lain-lain</translation>
  </message>
  <message>
   <source>read back and counted</source>
   <translation>dibaca semula dan dikira</translation>
  </message>
  <message>
   <source>cannot be read; it stays, and does not count as a backup</source>
   <translation>tidak dapat dibaca; dibiarkan, dan tidak dikira sebagai sandaran</translation>
  </message>
  <message>
   <source>cannot be read</source>
   <translation>tidak dapat dibaca</translation>
  </message>
 </context>
 <context>
  <name>CopiesList</name>
  <message>
   <source>Backups on this computer</source>
   <translation>Sandaran pada komputer ini</translation>
  </message>
  <message>
   <source>There is none yet. The first is made by itself today.</source>
   <translation>Belum ada. Yang pertama dibuat sendiri hari ini.</translation>
  </message>
  <message numerus="yes">
   <source>%n visits</source>
   <translation><numerusform>%n kunjungan</numerusform></translation>
  </message>
 </context>
 <context>
  <name>CopiesSection</name>
  <message>
   <source>Copies to fall back on; each is encrypted and read back before it counts</source>
   <translation>Salinan untuk diharap; setiap satu disulitkan dan dibaca semula sebelum dikira</translation>
  </message>
  <message>
   <source>Backup</source>
   <translation>Sandaran</translation>
  </message>
  <message>
   <source>Back up now</source>
   <translation>Buat sandaran sekarang</translation>
  </message>
  <message>
   <source>To a folder or USB drive…</source>
   <translation>Ke folder atau USB…</translation>
  </message>
  <message>
   <source>One is made by itself at the first opening of a day and when the program closes after something was recorded: seven days, four weeks and twelve months are kept. They lie on this computer's own disk, so take one on a USB drive away with you as well.</source>
   <translation>Satu dibuat sendiri pada pembukaan pertama setiap hari dan apabila program ditutup selepas ada yang direkodkan: tujuh hari, empat minggu dan dua belas bulan disimpan. Semuanya pada cakera komputer ini sendiri, jadi bawa juga satu dalam pemacu USB.</translation>
  </message>
  <message>
   <source>If this computer is lost</source>
   <translation>Jika komputer ini hilang</translation>
  </message>
  <message>
   <source>On a new computer, start the program and choose to restore a backup. It needs the file and the printed recovery code. Numbers never repeat, and the list of what may be missing is shown. An officer removed since then can still open the old backup with their old password: keep the files safe, and remove that officer again after restoring.</source>
   <translation>Pada komputer baharu, buka program dan pilih untuk memulihkan sandaran. Fail sandaran dan kod pemulihan bercetak diperlukan. Nombor tidak berulang, dan senarai yang mungkin hilang ditunjukkan. Pegawai yang dikeluarkan selepas itu masih boleh membuka sandaran lama dengan kata laluan lamanya: simpan fail di tempat selamat, dan keluarkan pegawai itu semula selepas memulihkan.</translation>
  </message>
  <message>
   <source>Copying, then reading back and counting…</source>
   <translation>Menyalin, kemudian membaca semula dan mengira…</translation>
  </message>
  <message>
   <source>%1 holds %2 and was read back and counted.</source>
   <translation>%1 memegang %2, sudah dibaca semula dan dikira.</translation>
  </message>
  <message numerus="yes">
   <source>%n visits</source>
   <translation><numerusform>%n kunjungan</numerusform></translation>
  </message>
  <message>
   <source>The backup is made.</source>
   <translation>Sandaran siap.</translation>
  </message>
  <message>
   <source>Folder for the backup</source>
   <translation>Folder untuk sandaran</translation>
  </message>
  <message>
   <source>No backup was made on this computer yet.</source>
   <translation>Belum ada sandaran dibuat pada komputer ini.</translation>
  </message>
  <message>
   <source>Last backup: %1</source>
   <translation>Sandaran terakhir: %1</translation>
  </message>
  <message>
   <source>The last automatic backup could not be made.</source>
   <translation>Sandaran automatik yang terakhir tidak dapat dibuat.</translation>
  </message>
 </context>
 <context>
  <name>CorrectForm</name>
  <message>
   <source>Correct %1</source>
   <translation>Betulkan %1</translation>
  </message>
  <message>
   <source>Why is this record corrected?</source>
   <translation>Mengapa rekod ini dibetulkan?</translation>
  </message>
  <message>
   <source>Save correction</source>
   <translation>Simpan pembetulan</translation>
  </message>
  <message>
   <source>Queue number</source>
   <translation>Nombor giliran</translation>
  </message>
  <message>
   <source>Counter</source>
   <translation>Kaunter</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Masa</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Catatan</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Batal</translation>
  </message>
  <message>
   <source>Save correction…</source>
   <translation>Simpan pembetulan…</translation>
  </message>
 </context>
 <context>
  <name>CountdownBar</name>
  <message numerus="yes">
   <source>*The file locks in %n second(s).* Press any key to go on working.</source>
   <translation><numerusform>*Fail dikunci dalam %n saat.* Tekan mana-mana kekunci untuk terus bekerja.</numerusform></translation>
  </message>
 </context>
 <context>
  <name>CounterColumns</name>
  <message>
   <source>Today %1</source>
   <translation>Hari ini %1</translation>
  </message>
  <message>
   <source>Matters %1</source>
   <translation>Urusan %1</translation>
  </message>
  <message>
   <source>Client and matters</source>
   <translation>Pelanggan dan urusan</translation>
  </message>
  <message>
   <source>Client</source>
   <translation>Pelanggan</translation>
  </message>
 </context>
 <context>
  <name>CounterDay</name>
  <message numerus="yes">
   <source>%n left unserved</source>
   <translation><numerusform>%n pergi tanpa dilayan</numerusform></translation>
  </message>
  <message>
   <source>Undo %1</source>
   <translation>Buat asal %1</translation>
  </message>
  <message>
   <source>Counter %1</source>
   <translation>Kaunter %1</translation>
  </message>
  <message>
   <source>You record for %1, not for today.</source>
   <translation>Anda merekod untuk %1, bukan hari ini.</translation>
  </message>
  <message>
   <source>Change it with F4 if that is not meant.</source>
   <translation>Tukar dengan F4 jika bukan itu yang dimaksudkan.</translation>
  </message>
 </context>
 <context>
  <name>CounterDrafts</name>
  <message>
   <source>Parked as %1</source>
   <translation>Ditangguh sebagai %1</translation>
  </message>
  <message>
   <source>Draft kept %1</source>
   <translation>Deraf disimpan %1</translation>
  </message>
  <message>
   <source>without a name</source>
   <translation>tanpa nama</translation>
  </message>
 </context>
 <context>
  <name>CounterHelp</name>
  <message>
   <source>One client, one screen</source>
   <translation>Seorang pelanggan, satu skrin</translation>
  </message>
  <message>
   <source>Who on the left, what in the middle, today on the right. Enter or Tab goes on, Ctrl+Enter saves and starts the next. Nothing you type is lost: a draft is kept every second.</source>
   <translation>Siapa di kiri, apa di tengah, hari ini di kanan. Enter atau Tab ke medan seterusnya, Ctrl+Enter menyimpan dan mula yang baharu. Apa yang ditaip tidak hilang: deraf disimpan setiap saat.</translation>
  </message>
  <message>
   <source>Queue and tally</source>
   <translation>Giliran dan kiraan</translation>
  </message>
  <message>
   <source>F5 takes the number that waits longest, or issues one; Shift+F5 issues one to wait. F7 counts one more person without details. Ctrl+Z takes the last act back.</source>
   <translation>F5 mengambil nombor yang paling lama menunggu, atau mengeluarkan satu; Shift+F5 mengeluarkan nombor untuk menunggu. F7 mengira seorang lagi tanpa butiran. Ctrl+Z membuat asal tindakan terakhir.</translation>
  </message>
  <message>
   <source>Doubtful numbers</source>
   <translation>Nombor yang meragukan</translation>
  </message>
  <message>
   <source>A number that cannot be right is pointed at and saved all the same; say why it is kept.</source>
   <translation>Nombor yang tidak mungkin betul ditunjukkan tetapi tetap disimpan; nyatakan sebab ia dikekalkan.</translation>
  </message>
  <message>
   <source>What never waits</source>
   <translation>Yang tidak boleh menunggu</translation>
  </message>
  <message>
   <source>A child in danger, violence, danger to life: ring Talian Kasih 15999 at once, then note whom you informed and when.</source>
   <translation>Kanak-kanak dalam bahaya, keganasan, bahaya nyawa: hubungi Talian Kasih 15999 serta-merta, kemudian catat siapa yang dimaklumkan dan bila.</translation>
  </message>
 </context>
 <context>
  <name>CounterKeys</name>
  <message>
   <source>Help</source>
   <translation>Bantuan</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Baharu</translation>
  </message>
  <message>
   <source>Find</source>
   <translation>Cari</translation>
  </message>
  <message>
   <source>Queue</source>
   <translation>Giliran</translation>
  </message>
  <message>
   <source>Park</source>
   <translation>Tangguh</translation>
  </message>
  <message>
   <source>Tally</source>
   <translation>Kira</translation>
  </message>
  <message>
   <source>Slip</source>
   <translation>Slip</translation>
  </message>
  <message>
   <source>Cover</source>
   <translation>Tutup butiran</translation>
  </message>
 </context>
 <context>
  <name>CounterPage</name>
  <message>
   <source>Counter</source>
   <translation>Kaunter</translation>
  </message>
  <message>
   <source>The client in front of you</source>
   <translation>Rekod pelanggan semasa</translation>
  </message>
  <message>
   <source>Undone: %1</source>
   <translation>Dibuat asal: %1</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>Dikira</translation>
  </message>
  <message>
   <source>Sealed and saved, %1</source>
   <translation>Dimeterai dan disimpan, %1</translation>
  </message>
  <message>
   <source>Saved, %1</source>
   <translation>Disimpan, %1</translation>
  </message>
 </context>
 <context>
  <name>CounterRow</name>
  <message>
   <source>no officer named</source>
   <translation>pegawai belum dinamakan</translation>
  </message>
  <message numerus="yes">
   <source>%n visits</source>
   <translation><numerusform>%n kunjungan</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n matters</source>
   <translation><numerusform>%n urusan</numerusform></translation>
  </message>
  <message>
   <source>Counter %1</source>
   <translation>Kaunter %1</translation>
  </message>
 </context>
 <context>
  <name>CounterSaving</name>
  <message numerus="yes">
   <source>Not saved yet: %n thing(s) to put right.</source>
   <translation><numerusform>Belum disimpan: %n perkara perlu dibetulkan.</numerusform></translation>
  </message>
  <message>
   <source>This record is not saved yet; all you typed is still on the screen.</source>
   <translation>Rekod ini belum disimpan; semua yang anda taip masih di skrin ini.</translation>
  </message>
  <message>
   <source>Not saved · tried again every 10 seconds</source>
   <translation>Belum disimpan · dicuba semula setiap 10 saat</translation>
  </message>
 </context>
 <context>
  <name>CounterWords</name>
  <message>
   <source>Settled now</source>
   <translation>Selesai</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Baharu</translation>
  </message>
  <message>
   <source>In progress</source>
   <translation>Dalam tindakan</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Menunggu</translation>
  </message>
  <message>
   <source>Referred…</source>
   <translation>Dirujuk…</translation>
  </message>
  <message>
   <source>Old IC</source>
   <translation>KP lama</translation>
  </message>
  <message>
   <source>Passport</source>
   <translation>Pasport</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Tiada</translation>
  </message>
  <message>
   <source>at the counter</source>
   <translation>di kaunter</translation>
  </message>
  <message>
   <source>by telephone</source>
   <translation>telefon</translation>
  </message>
  <message>
   <source>online</source>
   <translation>dalam talian</translation>
  </message>
  <message>
   <source>in writing</source>
   <translation>bertulis</translation>
  </message>
  <message>
   <source>Malay</source>
   <translation>Melayu</translation>
  </message>
  <message>
   <source>English</source>
   <translation>Inggeris</translation>
  </message>
  <message>
   <source>Chinese</source>
   <translation>Cina</translation>
  </message>
  <message>
   <source>Tamil</source>
   <translation>Tamil</translation>
  </message>
  <message>
   <source>Iban</source>
   <translation>Iban</translation>
  </message>
  <message>
   <source>another</source>
   <translation>lain</translation>
  </message>
  <message>
   <source>Child</source>
   <translation>Kanak-kanak</translation>
  </message>
  <message>
   <source>Violence</source>
   <translation>Keganasan</translation>
  </message>
  <message>
   <source>Danger to life</source>
   <translation>Bahaya nyawa</translation>
  </message>
  <message>
   <source>About an officer</source>
   <translation>Tentang pegawai</translation>
  </message>
 </context>
 <context>
  <name>Cover</name>
  <message>
   <source>What was typed is not kept yet. Client data is covered, and the file locks as soon as it is.</source>
   <translation>Apa yang ditaip belum dapat disimpan. Butiran pelanggan ditutup; fail dikunci sebaik sahaja semuanya disimpan.</translation>
  </message>
  <message>
   <source>Client data is covered. Nothing was lost.</source>
   <translation>Butiran pelanggan ditutup. Tiada yang hilang.</translation>
  </message>
  <message>
   <source>Show again</source>
   <translation>Tunjuk semula</translation>
  </message>
 </context>
 <context>
  <name>DayRow</name>
  <message>
   <source>place, optional</source>
   <translation>tempat, pilihan</translation>
  </message>
  <message>
   <source>place</source>
   <translation>tempat</translation>
  </message>
  <message>
   <source>Date of day %1</source>
   <translation>Tarikh hari %1</translation>
  </message>
  <message>
   <source>Place of day %1</source>
   <translation>Tempat hari %1</translation>
  </message>
  <message>
   <source>Day %1 begins at</source>
   <translation>Hari %1 bermula pada</translation>
  </message>
  <message>
   <source>Day %1 ends at</source>
   <translation>Hari %1 tamat pada</translation>
  </message>
  <message>
   <source>24/11/2026</source>
   <translation>24/11/2026</translation>
  </message>
  <message>
   <source>Remove day %1</source>
   <translation>Buang hari %1</translation>
  </message>
 </context>
 <context>
  <name>DayRows</name>
  <message>
   <source>Another day or place</source>
   <translation>Hari atau tempat lain</translation>
  </message>
 </context>
 <context>
  <name>DayTotals</name>
  <message>
   <source>clients</source>
   <translation>pelanggan</translation>
  </message>
  <message>
   <source>matters</source>
   <translation>urusan</translation>
  </message>
 </context>
 <context>
  <name>DeadlineRow</name>
  <message>
   <source>days late</source>
   <translation>hari lewat</translation>
  </message>
  <message>
   <source>w. days</source>
   <translation>h. kerja</translation>
  </message>
  <message>
   <source>days</source>
   <translation>hari</translation>
  </message>
  <message>
   <source>Report of HBP No. %1</source>
   <translation>Laporan HBP Bil. %1</translation>
  </message>
  <message numerus="yes">
   <source>Acknowledgement, %n complaints</source>
   <translation><numerusform>Akuan terima, %n aduan</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>Reply, %n complaints</source>
   <translation><numerusform>Maklum balas, %n aduan</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>Investigation, %n complaints</source>
   <translation><numerusform>Siasatan, %n aduan</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>LATE %n days</source>
   <translation><numerusform>LEWAT %n hari</numerusform></translation>
  </message>
  <message>
   <source>due %1</source>
   <translation>tarikh akhir %1</translation>
  </message>
  <message numerus="yes">
   <source>%n calendar days</source>
   <translation><numerusform>%n hari kalendar</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n working days</source>
   <translation><numerusform>%n hari bekerja</numerusform></translation>
  </message>
  <message>
   <source>without %1</source>
   <translation>tanpa %1</translation>
  </message>
  <message>
   <source>Counted in calendar days; every day counts.</source>
   <translation>Dikira dengan hari kalendar; setiap hari dikira.</translation>
  </message>
  <message>
   <source>Counted in working days of this state. Not counted:</source>
   <translation>Dikira dengan hari bekerja negeri ini. Tidak dikira:</translation>
  </message>
  <message>
   <source>Counted in working days of this state.</source>
   <translation>Dikira dengan hari bekerja negeri ini.</translation>
  </message>
 </context>
 <context>
  <name>DeadlinesCard</name>
  <message>
   <source>Deadlines</source>
   <translation>Tarikh akhir</translation>
  </message>
  <message>
   <source>Nothing is due.</source>
   <translation>Tiada tarikh akhir.</translation>
  </message>
  <message>
   <source>All (%1)</source>
   <translation>Semua (%1)</translation>
  </message>
  <message>
   <source>Fewer</source>
   <translation>Kurangkan</translation>
  </message>
 </context>
 <context>
  <name>DiskWatch</name>
  <message>
   <source>%1 MB left</source>
   <translation>%1 MB lagi</translation>
  </message>
  <message>
   <source>Disk full</source>
   <translation>Cakera penuh</translation>
  </message>
  <message>
   <source>Disk nearly full</source>
   <translation>Cakera hampir penuh</translation>
  </message>
 </context>
 <context>
  <name>DraftOffer</name>
  <message>
   <source>A draft was not saved.</source>
   <translation>Ada deraf yang belum disimpan.</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Sambung</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Buang</translation>
  </message>
 </context>
 <context>
  <name>DutyRow</name>
  <message>
   <source>Name of officer %1</source>
   <translation>Nama pegawai %1</translation>
  </message>
  <message>
   <source>name of the officer</source>
   <translation>nama pegawai</translation>
  </message>
  <message>
   <source>Post of officer %1</source>
   <translation>Jawatan pegawai %1</translation>
  </message>
  <message>
   <source>post or grade</source>
   <translation>jawatan atau gred</translation>
  </message>
  <message>
   <source>Counter of officer %1</source>
   <translation>Kaunter pegawai %1</translation>
  </message>
  <message>
   <source>counter</source>
   <translation>kaunter</translation>
  </message>
  <message>
   <source>Leads</source>
   <translation>Ketua</translation>
  </message>
  <message>
   <source>Officer %1 leads the team</source>
   <translation>Pegawai %1 ketua pasukan</translation>
  </message>
  <message>
   <source>Remove officer %1</source>
   <translation>Buang pegawai %1</translation>
  </message>
 </context>
 <context>
  <name>DutyRows</name>
  <message>
   <source>Add an officer</source>
   <translation>Tambah pegawai</translation>
  </message>
 </context>
 <context>
  <name>EnrolCard</name>
  <message>
   <source>State office: not enrolled</source>
   <translation>Pejabat negeri: belum didaftarkan</translation>
  </message>
  <message>
   <source>This computer keeps everything itself. Once it is enrolled, records go to the state office whenever there is a connection, and each gets a receipt.</source>
   <translation>Komputer ini menyimpan semuanya sendiri. Selepas didaftarkan, rekod dihantar ke pejabat negeri setiap kali ada talian, dan setiap penghantaran mendapat resit.</translation>
  </message>
  <message>
   <source>&amp;Address</source>
   <translation>&amp;Alamat</translation>
  </message>
  <message>
   <source>as the state office gave it</source>
   <translation>seperti diberi pejabat negeri</translation>
  </message>
  <message>
   <source>One-time &amp;code</source>
   <translation>&amp;Kod sekali guna</translation>
  </message>
  <message>
   <source>good for 24 hours</source>
   <translation>sah selama 24 jam</translation>
  </message>
  <message>
   <source>Certificate file…</source>
   <translation>Fail sijil…</translation>
  </message>
  <message>
   <source>Asking the state office…</source>
   <translation>Bertanya pejabat negeri…</translation>
  </message>
  <message>
   <source>Enrol</source>
   <translation>Daftar</translation>
  </message>
  <message>
   <source>The state office is being asked.</source>
   <translation>Pejabat negeri sedang ditanya.</translation>
  </message>
  <message>
   <source>Type the code the state office gave you.</source>
   <translation>Taip kod yang diberi pejabat negeri.</translation>
  </message>
  <message>
   <source>Type the address.</source>
   <translation>Taip alamatnya.</translation>
  </message>
  <message>
   <source>Only where the state office gave you one.</source>
   <translation>Hanya jika pejabat negeri memberinya.</translation>
  </message>
  <message>
   <source>Open the state office's certificate file</source>
   <translation>Buka fail sijil pejabat negeri</translation>
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
  <name>FieldRow</name>
  <message>
   <source>Kept: *%1*</source>
   <translation>Dikekalkan: *%1*</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Ubah</translation>
  </message>
 </context>
 <context>
  <name>FieldWords</name>
  <message>
   <source>not %1</source>
   <translation>bukan %1</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ya</translation>
  </message>
  <message>
   <source>no</source>
   <translation>tidak</translation>
  </message>
 </context>
 <context>
  <name>FiguresCard</name>
  <message>
   <source>Clients</source>
   <translation>Pelanggan</translation>
  </message>
  <message>
   <source>people</source>
   <translation>orang</translation>
  </message>
  <message>
   <source>Matters</source>
   <translation>Urusan</translation>
  </message>
  <message>
   <source>%1 each visit</source>
   <translation>%1 setiap hadir</translation>
  </message>
  <message>
   <source>Settled</source>
   <translation>Selesai</translation>
  </message>
  <message>
   <source>%1% of all</source>
   <translation>%1% urusan</translation>
  </message>
  <message>
   <source>Register</source>
   <translation>Daftar</translation>
  </message>
  <message>
   <source>Figures</source>
   <translation>Angka</translation>
  </message>
 </context>
 <context>
  <name>FilterBar</name>
  <message>
   <source>counting…</source>
   <translation>mengira…</translation>
  </message>
  <message numerus="yes">
   <source>%n visits</source>
   <translation><numerusform>%n kunjungan</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n matters</source>
   <translation><numerusform>%n urusan</numerusform></translation>
  </message>
  <message>
   <source>Search in names, details, telephone</source>
   <translation>Cari dalam nama, butiran, telefon</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Lagi</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Semua</translation>
  </message>
  <message>
   <source>Session</source>
   <translation>Sesi</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Jenis</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Counter</source>
   <translation>Kaunter</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Hari</translation>
  </message>
  <message>
   <source>Channel</source>
   <translation>Saluran</translation>
  </message>
  <message>
   <source>Clock that runs</source>
   <translation>Jam yang berjalan</translation>
  </message>
  <message>
   <source>Where it lies</source>
   <translation>Tempat simpan</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Diterima</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Perkhidmatan</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Masa</translation>
  </message>
  <message>
   <source>Immediate route</source>
   <translation>Laluan segera</translation>
  </message>
  <message>
   <source>Anonymous</source>
   <translation>Tanpa nama</translation>
  </message>
  <message>
   <source>Withdrawn</source>
   <translation>Ditarik balik</translation>
  </message>
  <message>
   <source>Counter %1</source>
   <translation>Kaunter %1</translation>
  </message>
  <message>
   <source>No. %1</source>
   <translation>Bil. %1</translation>
  </message>
 </context>
 <context>
  <name>FoldedMatter</name>
  <message>
   <source>Leave this matter out (Delete)</source>
   <translation>Keluarkan urusan ini (Delete)</translation>
  </message>
  <message>
   <source>Matter %1</source>
   <translation>Urusan %1</translation>
  </message>
 </context>
 <context>
  <name>Frame</name>
  <message>
   <source>Lock</source>
   <translation>Kunci</translation>
  </message>
 </context>
 <context>
  <name>FrameLamp</name>
  <message>
   <source>Saved on this computer</source>
   <translation>Disimpan di komputer ini</translation>
  </message>
  <message>
   <source>Open Exchange (Ctrl+7)</source>
   <translation>Buka Segerak (Ctrl+7)</translation>
  </message>
 </context>
 <context>
  <name>GroupChips</name>
  <message numerus="yes">
   <source>Others (%n)</source>
   <translation><numerusform>Lain (%n)</numerusform></translation>
  </message>
 </context>
 <context>
  <name>GuardPanel</name>
  <message>
   <source>Officer complained about</source>
   <translation>Pegawai yang diadukan</translation>
  </message>
  <message>
   <source>Kept from view, not sealed.</source>
   <translation>Disembunyikan, belum dimeterai.</translation>
  </message>
  <message>
   <source>This matter is sealed when you save.</source>
   <translation>Urusan ini dimeterai apabila anda simpan.</translation>
  </message>
  <message>
   <source>It opens for: %1; never for the officer named below.</source>
   <translation>Dapat dibuka oleh: %1; tidak sekali-kali oleh pegawai yang dinamakan di bawah.</translation>
  </message>
  <message>
   <source>Only %1 can open it then: nobody here, and you cannot read it again either.</source>
   <translation>Selepas itu hanya %1 dapat membukanya: tiada sesiapa di sini, dan anda juga tidak dapat membacanya semula.</translation>
  </message>
  <message>
   <source>the state's integrity unit</source>
   <translation>Unit Integriti negeri</translation>
  </message>
  <message>
   <source>Client, text and names are sealed; a row without a name is counted. The client's other matters are recorded apart, as usual.</source>
   <translation>Pelanggan, teks dan nama dimeterai; satu baris tanpa nama tetap dikira. Urusan lain pelanggan ini direkodkan berasingan seperti biasa.</translation>
  </message>
  <message>
   <source>Only those who lead see it, and never the officer named below. Until the state's integrity key is installed (Settings), names and text still lie in the office's file for anyone with its key.</source>
   <translation>Hanya ketua melihatnya, dan tidak sekali-kali pegawai yang dinamakan di bawah. Selagi kunci integriti negeri belum dipasang (Tetapan), nama dan teks masih ada dalam fail pejabat bagi sesiapa yang memegang kuncinya.</translation>
  </message>
 </context>
 <context>
  <name>GuidelinePanel</name>
  <message>
   <source>Guideline</source>
   <translation>Garis panduan</translation>
  </message>
  <message>
   <source>Circular 3/2021</source>
   <translation>Pekeliling 3/2021</translation>
  </message>
  <message>
   <source>Understood, with a reason…</source>
   <translation>Faham, dengan sebab…</translation>
  </message>
  <message>
   <source>Understood: “%1”</source>
   <translation>Difahami: “%1”</translation>
  </message>
  <message>
   <source>Remind me again</source>
   <translation>Ingatkan saya semula</translation>
  </message>
 </context>
 <context>
  <name>HeardCard</name>
  <message>
   <source>Laptops, as last heard</source>
   <translation>Komputer riba, seperti kali terakhir didengari</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation><numerusform>dan %n lagi</numerusform></translation>
  </message>
  <message>
   <source>Not heard yet.</source>
   <translation>Belum pernah didengari.</translation>
  </message>
  <message>
   <source>Last heard %1.</source>
   <translation>Kali terakhir didengari %1.</translation>
  </message>
  <message>
   <source>Last heard %1: %2.</source>
   <translation>Kali terakhir didengari %1: %2.</translation>
  </message>
  <message>
   <source>The state office was not asked yet. It is asked at an exchange, once an hour.</source>
   <translation>Pejabat negeri belum ditanya. Ia ditanya semasa bertukar, sejam sekali.</translation>
  </message>
  <message>
   <source>As the state office told on %1. Laptops may have done more since.</source>
   <translation>Seperti yang dinyatakan pejabat negeri pada %1. Selepas itu mungkin sudah berubah.</translation>
  </message>
  <message numerus="yes">
   <source>%n heard longest ago are not in the list.</source>
   <translation><numerusform>%n yang paling lama tidak didengari tiada dalam senarai.</numerusform></translation>
  </message>
  <message>
   <source>version %1</source>
   <translation>versi %1</translation>
  </message>
  <message>
   <source>newest entry %1</source>
   <translation>catatan terbaharu %1</translation>
  </message>
  <message>
   <source>%1 entries held</source>
   <translation>%1 catatan dipegang</translation>
  </message>
  <message>
   <source>%1 waiting</source>
   <translation>%1 menunggu</translation>
  </message>
  <message>
   <source>last backup %1</source>
   <translation>sandaran terakhir %1</translation>
  </message>
  <message>
   <source>no backup yet</source>
   <translation>belum ada sandaran</translation>
  </message>
  <message>
   <source>%1 free</source>
   <translation>ruang kosong %1</translation>
  </message>
  <message>
   <source>clock right</source>
   <translation>jam tepat</translation>
  </message>
  <message>
   <source>clock %1 ahead</source>
   <translation>jam %1 lebih awal</translation>
  </message>
  <message>
   <source>clock %1 behind</source>
   <translation>jam %1 lewat</translation>
  </message>
  <message>
   <source>Revoked</source>
   <translation>Dibatalkan</translation>
  </message>
  <message>
   <source>Not confirmed</source>
   <translation>Belum disahkan</translation>
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
   <source>close everything, the exchange too</source>
   <translation>tutup semuanya, termasuk pertukaran</translation>
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
  <name>HistoryList</name>
  <message>
   <source>Recorded</source>
   <translation>Direkod</translation>
  </message>
  <message>
   <source>Matter added</source>
   <translation>Urusan ditambah</translation>
  </message>
  <message>
   <source>Imported from a register</source>
   <translation>Diimport daripada daftar</translation>
  </message>
  <message>
   <source>Corrected</source>
   <translation>Dibetulkan</translation>
  </message>
  <message>
   <source>Withdrawn</source>
   <translation>Ditarik balik</translation>
  </message>
  <message>
   <source>Matter withdrawn</source>
   <translation>Urusan ditarik balik</translation>
  </message>
  <message>
   <source>Restored</source>
   <translation>Dipulihkan</translation>
  </message>
  <message>
   <source>Status changed</source>
   <translation>Status ditukar</translation>
  </message>
  <message>
   <source>Clock stopped</source>
   <translation>Jam dihentikan</translation>
  </message>
  <message>
   <source>Immediate action entered</source>
   <translation>Tindakan serta-merta dicatat</translation>
  </message>
  <message>
   <source>Sealed anew</source>
   <translation>Dimeterai semula</translation>
  </message>
  <message>
   <source>Answered</source>
   <translation>Dijawab</translation>
  </message>
  <message>
   <source>From a newer program</source>
   <translation>Daripada program yang lebih baharu</translation>
  </message>
  <message>
   <source>clock in doubt</source>
   <translation>jam diragui</translation>
  </message>
  <message>
   <source>Update the program to read it; nothing is lost.</source>
   <translation>Kemas kini program untuk membacanya; tiada yang hilang.</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Sebab</translation>
  </message>
 </context>
 <context>
  <name>ImportPreview</name>
  <message>
   <source>Preview</source>
   <translation>Pratonton</translation>
  </message>
  <message>
   <source>cells to look at</source>
   <translation>sel untuk dilihat</translation>
  </message>
  <message numerus="yes">
   <source>Leave out %n lines that cannot be recorded</source>
   <translation><numerusform>Tinggalkan %n baris yang tidak dapat direkod</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>Import %n matters</source>
   <translation><numerusform>Import %n urusan</numerusform></translation>
  </message>
  <message>
   <source>This file cannot be imported: see what is said above the list.</source>
   <translation>Fail ini belum dapat diimport: lihat sebabnya di atas senarai.</translation>
  </message>
  <message>
   <source>Mend the lines in the file, or choose to leave them out.</source>
   <translation>Betulkan baris itu dalam fail, atau pilih untuk meninggalkannya.</translation>
  </message>
  <message>
   <source>Everything in this file is here already.</source>
   <translation>Semua dalam fail ini sudah ada di sini.</translation>
  </message>
  <message>
   <source>Matters</source>
   <translation>Urusan</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Baharu</translation>
  </message>
  <message>
   <source>Here already</source>
   <translation>Sudah ada</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>Berubah</translation>
  </message>
  <message>
   <source>Left out</source>
   <translation>Ditinggalkan</translation>
  </message>
  <message>
   <source>%1 visits · %2 clients</source>
   <translation>%1 kunjungan · %2 pelanggan</translation>
  </message>
  <message>
   <source>will be added</source>
   <translation>akan ditambah</translation>
  </message>
  <message>
   <source>nothing happens</source>
   <translation>dibiarkan</translation>
  </message>
  <message>
   <source>for you to decide</source>
   <translation>anda tentukan</translation>
  </message>
  <message>
   <source>cannot be recorded</source>
   <translation>tidak dapat direkod</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Baris</translation>
  </message>
  <message>
   <source>Column</source>
   <translation>Lajur</translation>
  </message>
  <message>
   <source>Stands there</source>
   <translation>Tertulis</translation>
  </message>
  <message>
   <source>What it is</source>
   <translation>Apa yang perlu dilihat</translation>
  </message>
  <message>
   <source>add</source>
   <translation>tambah</translation>
  </message>
  <message>
   <source>leave</source>
   <translation>biarkan</translation>
  </message>
  <message>
   <source>line out</source>
   <translation>baris keluar</translation>
  </message>
  <message>
   <source>look</source>
   <translation>semak</translation>
  </message>
  <message>
   <source>note</source>
   <translation>nota</translation>
  </message>
 </context>
 <context>
  <name>ImportView</name>
  <message>
   <source>Register to import</source>
   <translation>Daftar untuk diimport</translation>
  </message>
  <message>
   <source>Writing all lines, or none of them…</source>
   <translation>Menulis semua baris, atau tiada langsung…</translation>
  </message>
  <message>
   <source>Back to the plan</source>
   <translation>Kembali ke pelan</translation>
  </message>
  <message>
   <source>Choose a register as CSV or XLSX. Columns in Malay or English are recognised; nothing is written before you say so, and then all of it or nothing.</source>
   <translation>Pilih daftar CSV atau XLSX. Lajur dalam bahasa Melayu atau Inggeris dikenali; tiada apa ditulis sebelum anda setuju, dan kemudian semuanya atau tiada langsung.</translation>
  </message>
  <message>
   <source>Choose a file…</source>
   <translation>Pilih fail…</translation>
  </message>
  <message numerus="yes">
   <source>%n rows; headings on row %1</source>
   <translation><numerusform>%n baris; tajuk lajur pada baris %1</numerusform></translation>
  </message>
  <message>
   <source>An earlier import holds other content in its place. Enter adds it beside that.</source>
   <translation>Import terdahulu menyimpan kandungan lain di tempatnya. Enter menambahnya di sebelah yang itu.</translation>
  </message>
  <message>
   <source>Imported: %1 visits with %2 matters.</source>
   <translation>Diimport: %1 kunjungan dengan %2 urusan.</translation>
  </message>
  <message>
   <source>Here already: %1. Changed and left alone: %2. Lines left out: %3.</source>
   <translation>Sudah ada: %1. Berubah dan dibiarkan: %2. Baris ditinggalkan: %3.</translation>
  </message>
  <message>
   <source>See the records</source>
   <translation>Lihat rekod</translation>
  </message>
 </context>
 <context>
  <name>JoinRail</name>
  <message>
   <source>Join an office</source>
   <translation>Sertai pejabat</translation>
  </message>
  <message>
   <source>Officer</source>
   <translation>Pegawai</translation>
  </message>
 </context>
 <context>
  <name>JoinWizard</name>
  <message>
   <source>Preparing this computer…</source>
   <translation>Menyediakan komputer ini…</translation>
  </message>
  <message>
   <source>Make the request</source>
   <translation>Buat permintaan</translation>
  </message>
 </context>
 <context>
  <name>JoiningOfficerStep</name>
  <message>
   <source>Who will work on this computer?</source>
   <translation>Siapakah yang bekerja pada komputer ini?</translation>
  </message>
  <message>
   <source>Use the name the office knows. The password stays on this computer and never travels.</source>
   <translation>Guna nama yang dikenali pejabat. Kata laluan kekal di komputer ini dan tidak pernah dihantar.</translation>
  </message>
 </context>
 <context>
  <name>KeptWords</name>
  <message>
   <source>Sealed matter</source>
   <translation>Urusan termeterai</translation>
  </message>
  <message>
   <source>Kept from view</source>
   <translation>Urusan disembunyikan</translation>
  </message>
 </context>
 <context>
  <name>KeyringForm</name>
  <message>
   <source>The system's keyring is not there</source>
   <translation>Stor kunci sistem tidak ditemui</translation>
  </message>
  <message>
   <source>The system's keyring is locked</source>
   <translation>Stor kunci sistem berkunci</translation>
  </message>
  <message>
   <source>The system's keyring does not answer</source>
   <translation>Stor kunci sistem tidak menjawab</translation>
  </message>
  <message>
   <source>This keyring does not keep secrets safe</source>
   <translation>Stor kunci ini tidak menyimpan rahsia dengan selamat</translation>
  </message>
  <message>
   <source>This account does not hold the laptop's secret</source>
   <translation>Akaun ini tidak menyimpan rahsia komputer riba ini</translation>
  </message>
  <message>
   <source>The laptop's secret in this account is another one</source>
   <translation>Rahsia komputer riba dalam akaun ini bukan yang asal</translation>
  </message>
  <message>
   <source>It keeps the half of the secret that belongs to this laptop. A password is the other half.</source>
   <translation>Ia menyimpan separuh rahsia yang dimiliki komputer riba ini. Kata laluan ialah separuh lagi.</translation>
  </message>
  <message>
   <source>It holds the half of the secret that belongs to this laptop, and gives it only when open.</source>
   <translation>Ia memegang separuh rahsia yang dimiliki komputer riba ini, dan memberinya hanya apabila dibuka.</translation>
  </message>
  <message>
   <source>It was asked for 10 seconds. It may be waiting for an answer in a window you do not see.</source>
   <translation>Ia ditanya selama 10 saat. Mungkin ia menunggu jawapan dalam tetingkap yang tidak kelihatan.</translation>
  </message>
  <message>
   <source>It would keep them as plain text, or drop them, so it is not used.</source>
   <translation>Ia akan menyimpannya sebagai teks biasa, atau menggugurkannya, jadi ia tidak digunakan.</translation>
  </message>
  <message>
   <source>Your password was set under another account, or the system was installed again since.</source>
   <translation>Kata laluan anda ditetapkan di bawah akaun lain, atau sistem telah dipasang semula sejak itu.</translation>
  </message>
  <message>
   <source>Your password was set under another account, or on another laptop this folder came from.</source>
   <translation>Kata laluan anda ditetapkan di bawah akaun lain, atau pada komputer riba lain asal folder ini.</translation>
  </message>
  <message>
   <source>Sign in to the computer with the account you usually use.</source>
   <translation>Log masuk ke komputer dengan akaun yang biasa anda gunakan.</translation>
  </message>
  <message>
   <source>Or use the recovery code once: you choose a new password, which then opens from here.</source>
   <translation>Atau guna kod pemulihan sekali: anda memilih kata laluan baharu, yang kemudiannya membuka dari sini.</translation>
  </message>
  <message>
   <source>Sign out of the computer and in again, then try again.</source>
   <translation>Log keluar dari komputer dan masuk semula, kemudian cuba lagi.</translation>
  </message>
  <message>
   <source>Unlock it, or sign out of the computer and in again.</source>
   <translation>Buka kuncinya, atau log keluar dari komputer dan masuk semula.</translation>
  </message>
  <message>
   <source>Then try again here.</source>
   <translation>Kemudian cuba lagi di sini.</translation>
  </message>
  <message>
   <source>Look behind this window for its question, and answer it.</source>
   <translation>Cari soalannya di belakang tetingkap ini, dan jawab.</translation>
  </message>
  <message>
   <source>Have the computer's own keyring switched on, then try again.</source>
   <translation>Minta stor kunci komputer itu sendiri dihidupkan, kemudian cuba lagi.</translation>
  </message>
  <message>
   <source>Nothing is lost: the office's file is as it was, and stays encrypted.</source>
   <translation>Tiada apa yang hilang: fail pejabat tetap seperti sebelumnya, dan kekal disulitkan.</translation>
  </message>
  <message>
   <source>Use the recovery code</source>
   <translation>Guna kod pemulihan</translation>
  </message>
  <message>
   <source>Back to the password</source>
   <translation>Kembali ke kata laluan</translation>
  </message>
  <message>
   <source>Asking the keyring…</source>
   <translation>Bertanya kepada stor kunci…</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Cuba lagi</translation>
  </message>
 </context>
 <context>
  <name>KeysList</name>
  <message>
   <source>Ways into the office on this computer</source>
   <translation>Jalan masuk pejabat pada komputer ini</translation>
  </message>
  <message numerus="yes">
   <source>Stand behind %n new key(s)</source>
   <translation><numerusform>Sahkan %n kunci baharu</numerusform></translation>
  </message>
  <message>
   <source>Change the file's key now</source>
   <translation>Tukar kunci fail sekarang</translation>
  </message>
  <message>
   <source>Install the state's key file…</source>
   <translation>Pasang fail kunci negeri…</translation>
  </message>
  <message>
   <source>Changing the key encrypts the whole file anew; nobody's password changes. Backups made before still open with the ways in they were made with.</source>
   <translation>Menukar kunci menyulitkan seluruh fail semula; kata laluan sesiapa pun tidak berubah. Salinan sandaran terdahulu masih dibuka dengan jalan masuk ketika ia dibuat.</translation>
  </message>
  <message>
   <source>Recovery code</source>
   <translation>Kod pemulihan</translation>
  </message>
  <message>
   <source>the printed sheet in the safe</source>
   <translation>helaian bercetak dalam peti besi</translation>
  </message>
  <message>
   <source>The state office</source>
   <translation>Pejabat negeri</translation>
  </message>
  <message>
   <source>its key file; the secret half is not here</source>
   <translation>fail kuncinya; separuh rahsianya tiada di sini</translation>
  </message>
  <message>
   <source>password and this computer's keyring</source>
   <translation>kata laluan dan stor kunci komputer ini</translation>
  </message>
  <message>
   <source>password alone, no keyring beside it</source>
   <translation>kata laluan sahaja, tiada stor kunci di sebelahnya</translation>
  </message>
  <message>
   <source>you</source>
   <translation>anda</translation>
  </message>
  <message>
   <source>not confirmed yet</source>
   <translation>belum disahkan</translation>
  </message>
 </context>
 <context>
  <name>KeysSection</name>
  <message>
   <source>Of this computer; passwords never leave it</source>
   <translation>Bagi komputer ini; kata laluan tidak pernah keluar daripadanya</translation>
  </message>
  <message>
   <source>The password is changed. The old one opens nothing here any more.</source>
   <translation>Kata laluan telah ditukar. Yang lama tidak membuka apa-apa lagi di sini.</translation>
  </message>
  <message>
   <source>This computer's keyring now stands beside your password.</source>
   <translation>Stor kunci komputer ini kini melindungi kata laluan anda.</translation>
  </message>
  <message>
   <source>The whole file is encrypted under a new key.</source>
   <translation>Seluruh fail disulitkan dengan kunci baharu.</translation>
  </message>
  <message>
   <source>The new keys stand on the roster.</source>
   <translation>Kunci baharu itu kini dalam daftar pegawai.</translation>
  </message>
  <message>
   <source>The code is replaced. Put the new sheet in the safe and destroy the old one.</source>
   <translation>Kod telah diganti. Simpan helaian baharu dalam peti besi dan musnahkan yang lama.</translation>
  </message>
  <message>
   <source>The state's key file</source>
   <translation>Fail kunci negeri</translation>
  </message>
  <message>
   <source>The state's key is installed; the state office can open this file as well.</source>
   <translation>Kunci negeri telah dipasang; pejabat negeri juga dapat membuka fail ini.</translation>
  </message>
 </context>
 <context>
  <name>LaneLamp</name>
  <message>
   <source>An exchange is ending its round; it takes no more orders.</source>
   <translation>Pertukaran sedang menamatkan pusingannya; ia tidak menerima arahan lagi.</translation>
  </message>
 </context>
 <context>
  <name>LaptopRow</name>
  <message>
   <source>Revoke…</source>
   <translation>Gugurkan…</translation>
  </message>
  <message>
   <source>Count them</source>
   <translation>Kira rekodnya</translation>
  </message>
  <message>
   <source>Count the records held of %1</source>
   <translation>Kira rekod %1 yang disimpan</translation>
  </message>
  <message>
   <source>Revoke %1</source>
   <translation>Gugurkan %1</translation>
  </message>
  <message>
   <source>Admitted</source>
   <translation>Dibenarkan</translation>
  </message>
  <message>
   <source>Revoked</source>
   <translation>Digugurkan</translation>
  </message>
  <message>
   <source>Not admitted</source>
   <translation>Belum dibenarkan</translation>
  </message>
  <message>
   <source>This computer</source>
   <translation>Komputer ini</translation>
  </message>
  <message numerus="yes">
   <source>%n records count</source>
   <translation><numerusform>%n rekod dikira</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n held, not counted</source>
   <translation><numerusform>%n disimpan, belum dikira</numerusform></translation>
  </message>
 </context>
 <context>
  <name>LaptopsSection</name>
  <message>
   <source>Of the whole office; a laptop counts once an administrator has admitted it</source>
   <translation>Milik seluruh pejabat; rekod dikira sebaik pentadbir membenarkan komputernya</translation>
  </message>
  <message>
   <source>Admit a computer</source>
   <translation>Benarkan komputer lain</translation>
  </message>
  <message>
   <source>Open the request file of the computer that asks. You compare six words with its screen.</source>
   <translation>Buka fail permintaan komputer itu. Anda membandingkan enam perkataan dengan skrinnya.</translation>
  </message>
  <message>
   <source>Open a request file…</source>
   <translation>Buka fail permintaan…</translation>
  </message>
  <message>
   <source>Two computers set up alone</source>
   <translation>Dua komputer yang disediakan berasingan</translation>
  </message>
  <message>
   <source>If another computer of this office was set up by itself, join them: save a request here, admit it there, open the permission file here. Records and reference numbers stay.</source>
   <translation>Jika komputer lain pejabat ini disediakan sendiri, gabungkan: simpan permintaan di sini, benarkan di sana, buka fail kebenaran di sini. Rekod dan nombor rujukan tidak berubah.</translation>
  </message>
  <message>
   <source>Save a request…</source>
   <translation>Simpan permintaan…</translation>
  </message>
  <message>
   <source>Open a permission file…</source>
   <translation>Buka fail kebenaran…</translation>
  </message>
  <message>
   <source>%1 is admitted.</source>
   <translation>%1 dibenarkan.</translation>
  </message>
  <message>
   <source>Take the permission file back to that computer and open it there.</source>
   <translation>Bawa fail kebenaran ke komputer itu dan buka di sana.</translation>
  </message>
  <message>
   <source>The request is saved.</source>
   <translation>Permintaan disimpan.</translation>
  </message>
  <message>
   <source>Compare the six words below with the other computer's screen.</source>
   <translation>Bandingkan enam perkataan di bawah dengan skrin komputer yang satu lagi.</translation>
  </message>
  <message>
   <source>This computer has joined.</source>
   <translation>Komputer ini sudah menyertai.</translation>
  </message>
  <message>
   <source>Its records count there once both have exchanged.</source>
   <translation>Rekodnya dikira di sana selepas kedua-duanya bertukar data.</translation>
  </message>
  <message>
   <source>Revoke %1</source>
   <translation>Gugurkan %1</translation>
  </message>
  <message>
   <source>What is held of it here goes on counting; what arrives later is held and not counted. Nothing is erased on that computer, and its officers stay on the list.</source>
   <translation>Yang disimpan di sini kekal dikira; yang tiba kemudian disimpan tanpa dikira. Tiada apa-apa dipadam pada komputer itu, dan pegawainya kekal dalam senarai.</translation>
  </message>
  <message>
   <source>Revoke</source>
   <translation>Gugurkan</translation>
  </message>
  <message>
   <source>Held records accepted</source>
   <translation>Rekod yang disimpan diterima</translation>
  </message>
  <message>
   <source>The records of %1 count now.</source>
   <translation>Rekod %1 kini dikira.</translation>
  </message>
  <message>
   <source>Open a request file</source>
   <translation>Buka fail permintaan</translation>
  </message>
  <message>
   <source>Open a permission file</source>
   <translation>Buka fail kebenaran</translation>
  </message>
  <message>
   <source>Save the request file</source>
   <translation>Simpan fail permintaan</translation>
  </message>
  <message>
   <source>The six words of this office, the same on each of its computers: %1</source>
   <translation>Enam perkataan pejabat ini, sama pada setiap komputernya: %1</translation>
  </message>
  <message>
   <source>The office's computers</source>
   <translation>Komputer pejabat</translation>
  </message>
  <message>
   <source>Save the permission file</source>
   <translation>Simpan fail kebenaran</translation>
  </message>
  <message>
   <source>%1 is revoked.</source>
   <translation>%1 digugurkan.</translation>
  </message>
 </context>
 <context>
  <name>LinkForm</name>
  <message>
   <source>The &amp;record that stands for both</source>
   <translation>&amp;Rekod yang mewakili kedua-duanya</translation>
  </message>
 </context>
 <context>
  <name>ListCard</name>
  <message>
   <source>No record fits. Take a filter away, or search with fewer words.</source>
   <translation>Tiada rekod yang sepadan. Buang satu tapisan, atau cari dengan perkataan yang lebih sedikit.</translation>
  </message>
  <message>
   <source>Clear the filters</source>
   <translation>Kosongkan tapisan</translation>
  </message>
  <message>
   <source>Visits and matters of the office, newest first</source>
   <translation>Kunjungan dan urusan pejabat, yang terbaharu dahulu</translation>
  </message>
  <message>
   <source>%1 of %2 visits</source>
   <translation>%1 daripada %2 kunjungan</translation>
  </message>
 </context>
 <context>
  <name>LockReason</name>
  <message>
   <source>Type your password to open the office's file.</source>
   <translation>Taip kata laluan anda untuk membuka fail pejabat.</translation>
  </message>
  <message numerus="yes">
   <source>The office's file was locked after %n minute(s) without use.</source>
   <translation><numerusform>Fail pejabat dikunci selepas %n minit tanpa kegiatan.</numerusform></translation>
  </message>
  <message>
   <source>The office's file was locked together with the screen.</source>
   <translation>Fail pejabat dikunci bersama skrin komputer.</translation>
  </message>
  <message>
   <source>The office's file is locked. Choose who is at work.</source>
   <translation>Fail pejabat dikunci. Pilih siapa yang bertugas.</translation>
  </message>
  <message>
   <source>The computer went to sleep, so the office's file and every connection were closed.</source>
   <translation>Komputer tidur, maka fail pejabat dan semua sambungan telah ditutup.</translation>
  </message>
  <message>
   <source>The lid was shut, so the office's file and every connection were closed.</source>
   <translation>Penutup komputer riba dikatup, maka fail pejabat dan semua sambungan telah ditutup.</translation>
  </message>
  <message>
   <source>The computer had been asleep, so the office's file and every connection were closed.</source>
   <translation>Komputer telah tidur seketika, maka fail pejabat dan semua sambungan telah ditutup.</translation>
  </message>
  <message>
   <source>The office's file and every connection are closed.</source>
   <translation>Fail pejabat dan semua sambungan telah ditutup.</translation>
  </message>
  <message numerus="yes">
   <source>%n draft(s) waiting</source>
   <translation><numerusform>%n deraf menunggu</numerusform></translation>
  </message>
  <message>
   <source>What you typed is kept.</source>
   <translation>Semua yang anda taip telah disimpan.</translation>
  </message>
 </context>
 <context>
  <name>LookCard</name>
  <message>
   <source>Visit</source>
   <translation>Kunjungan</translation>
  </message>
  <message>
   <source>Matter</source>
   <translation>Urusan</translation>
  </message>
  <message>
   <source>Session</source>
   <translation>Sesi</translation>
  </message>
  <message>
   <source>Tally</source>
   <translation>Kiraan</translation>
  </message>
  <message>
   <source>Officer</source>
   <translation>Pegawai</translation>
  </message>
  <message>
   <source>Roster</source>
   <translation>Senarai pegawai</translation>
  </message>
  <message>
   <source>Chain of a computer</source>
   <translation>Rantaian komputer</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Laporan</translation>
  </message>
  <message>
   <source>Needs a look</source>
   <translation>Perlu dilihat</translation>
  </message>
  <message>
   <source>held there, not counted</source>
   <translation>disimpan di sana, tidak dikira</translation>
  </message>
  <message>
   <source>What the state office holds and does not count</source>
   <translation>Yang disimpan tetapi tidak dikira pejabat negeri</translation>
  </message>
  <message>
   <source>Nothing here: all that the state office holds counts there.</source>
   <translation>Tiada: semua yang disimpan pejabat negeri dikira di sana.</translation>
  </message>
  <message numerus="yes">
   <source>%n entries</source>
   <translation><numerusform>%n catatan</numerusform></translation>
  </message>
  <message>
   <source>Administrator</source>
   <translation>Pentadbir</translation>
  </message>
  <message>
   <source>State office</source>
   <translation>Pejabat negeri</translation>
  </message>
  <message>
   <source>An administrator of this office can settle it.</source>
   <translation>Pentadbir pejabat ini boleh menyelesaikannya.</translation>
  </message>
  <message>
   <source>The state office settles it; ring them if it stays.</source>
   <translation>Pejabat negeri menyelesaikannya; telefon mereka jika ia kekal.</translation>
  </message>
 </context>
 <context>
  <name>LookSection</name>
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
  <name>MappingCard</name>
  <message>
   <source>column %1</source>
   <translation>lajur %1</translation>
  </message>
  <message>
   <source>Column “%1” is read as</source>
   <translation>Lajur “%1” dibaca sebagai</translation>
  </message>
  <message>
   <source>File and columns</source>
   <translation>Fail dan lajur</translation>
  </message>
  <message>
   <source>Choose a file…</source>
   <translation>Pilih fail…</translation>
  </message>
  <message>
   <source>not read</source>
   <translation>tidak dibaca</translation>
  </message>
 </context>
 <context>
  <name>MarkWords</name>
  <message>
   <source>saved here</source>
   <translation>disimpan di sini</translation>
  </message>
  <message>
   <source>sent, not yet counted</source>
   <translation>dihantar, belum dikira</translation>
  </message>
  <message>
   <source>state has it</source>
   <translation>negeri terima</translation>
  </message>
  <message>
   <source>needs a look</source>
   <translation>perlu dilihat</translation>
  </message>
  <message>
   <source>The state office has it since %1.</source>
   <translation>Pejabat negeri terima pada %1.</translation>
  </message>
  <message>
   <source>Saved on this computer; not sent yet.</source>
   <translation>Disimpan di komputer ini; belum dihantar.</translation>
  </message>
  <message>
   <source>Sent; the state office has not counted it yet.</source>
   <translation>Sudah dihantar; pejabat negeri belum mengiranya.</translation>
  </message>
  <message>
   <source>The state office has it.</source>
   <translation>Pejabat negeri sudah terima.</translation>
  </message>
  <message>
   <source>The state office holds it and does not count it: see Exchange (Ctrl+7).</source>
   <translation>Pejabat negeri menyimpannya tetapi tidak mengiranya: lihat Segerak (Ctrl+7).</translation>
  </message>
 </context>
 <context>
  <name>MatchesPanel</name>
  <message numerus="yes">
   <source>%n match(es) found</source>
   <translation><numerusform>Ditemui %n padanan</numerusform></translation>
  </message>
  <message>
   <source>choose</source>
   <translation>pilih</translation>
  </message>
  <message>
   <source>use</source>
   <translation>guna</translation>
  </message>
 </context>
 <context>
  <name>MatterColumn</name>
  <message>
   <source>Matters</source>
   <translation>Urusan</translation>
  </message>
  <message>
   <source>Urg&amp;ent</source>
   <translation>Se&amp;gera</translation>
  </message>
  <message>
   <source>Further matter</source>
   <translation>Urusan baharu</translation>
  </message>
 </context>
 <context>
  <name>MatterForm</name>
  <message>
   <source>Immediate a&amp;ction</source>
   <translation>Tin&amp;dakan serta-merta</translation>
  </message>
  <message>
   <source>whom you informed, when</source>
   <translation>siapa dimaklumkan, bila</translation>
  </message>
  <message>
   <source>Ser&amp;vice or category</source>
   <translation>Pe&amp;rkhidmatan atau kategori</translation>
  </message>
  <message>
   <source>code or part of the name</source>
   <translation>kod atau sebahagian nama</translation>
  </message>
  <message>
   <source>&amp;Details</source>
   <translation>&amp;Butiran</translation>
  </message>
  <message>
   <source>Shift+Enter: new line</source>
   <translation>Shift+Enter: baris baharu</translation>
  </message>
  <message>
   <source>What the client &amp;wants</source>
   <translation>Yang dima&amp;hukan</translation>
  </message>
  <message>
   <source>&amp;Outcome</source>
   <translation>Hasi&amp;l</translation>
  </message>
  <message>
   <source>Referred to whom</source>
   <translation>Dirujuk kepada</translation>
  </message>
  <message>
   <source>&amp;Follow-up unit</source>
   <translation>Un&amp;it susulan</translation>
  </message>
  <message>
   <source>On date</source>
   <translation>Pada tarikh</translation>
  </message>
  <message>
   <source>dd/mm/yyyy</source>
   <translation>hh/bb/tttt</translation>
  </message>
  <message>
   <source>Usually for *citizens only*; recording goes on.</source>
   <translation>Biasanya untuk *warganegara sahaja*; rekod boleh diteruskan.</translation>
  </message>
  <message>
   <source>one key</source>
   <translation>satu kekunci</translation>
  </message>
  <message>
   <source>&amp;Kind of matter %1</source>
   <translation>&amp;Jenis urusan %1</translation>
  </message>
 </context>
 <context>
  <name>MatterPanel</name>
  <message>
   <source>Withdrawn</source>
   <translation>Ditarik balik</translation>
  </message>
  <message>
   <source>Status: %1. Change</source>
   <translation>Status: %1. Tukar</translation>
  </message>
  <message>
   <source>Reopen</source>
   <translation>Buka semula</translation>
  </message>
  <message>
   <source>Wants: %1</source>
   <translation>Dikehendaki: %1</translation>
  </message>
  <message>
   <source>Done: %1</source>
   <translation>Tindakan: %1</translation>
  </message>
  <message>
   <source>Referred to %1</source>
   <translation>Dirujuk kepada %1</translation>
  </message>
  <message>
   <source>Follow-up: %1</source>
   <translation>Susulan: %1</translation>
  </message>
  <message>
   <source>Immediate route: %1 · Talian Kasih 15999</source>
   <translation>Laluan segera: %1 · Talian Kasih 15999</translation>
  </message>
  <message>
   <source>Its own route: %1 · Integrity Unit or SPRM</source>
   <translation>Laluan sendiri: %1 · Unit Integriti atau SPRM</translation>
  </message>
  <message>
   <source>The immediate action is entered; it is sealed.</source>
   <translation>Tindakan serta-merta sudah dicatat; ia dimeterai.</translation>
  </message>
  <message>
   <source>About: %1</source>
   <translation>Tentang: %1</translation>
  </message>
  <message>
   <source>Acknowledged today</source>
   <translation>Akuan terima dihantar hari ini</translation>
  </message>
  <message>
   <source>Replied today</source>
   <translation>Maklum balas dihantar hari ini</translation>
  </message>
 </context>
 <context>
  <name>MatterWords</name>
  <message>
   <source>Complaint</source>
   <translation>Aduan</translation>
  </message>
  <message>
   <source>Suggestion</source>
   <translation>Cadangan</translation>
  </message>
  <message>
   <source>Inquiry</source>
   <translation>Pertanyaan</translation>
  </message>
  <message>
   <source>Application</source>
   <translation>Permohonan</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Perkhidmatan</translation>
  </message>
  <message>
   <source>Compliment</source>
   <translation>Penghargaan</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Baharu</translation>
  </message>
  <message>
   <source>In progress</source>
   <translation>Dalam tindakan</translation>
  </message>
  <message>
   <source>Waiting for client</source>
   <translation>Menunggu pelanggan</translation>
  </message>
  <message>
   <source>Referred</source>
   <translation>Dirujuk</translation>
  </message>
  <message>
   <source>Settled</source>
   <translation>Selesai</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Ditutup</translation>
  </message>
  <message>
   <source>Child protection</source>
   <translation>Perlindungan kanak-kanak</translation>
  </message>
  <message>
   <source>Domestic violence</source>
   <translation>Keganasan rumah tangga</translation>
  </message>
  <message>
   <source>Danger to life</source>
   <translation>Bahaya nyawa</translation>
  </message>
  <message>
   <source>Integrity</source>
   <translation>Integriti</translation>
  </message>
  <message>
   <source>Counter</source>
   <translation>Kaunter</translation>
  </message>
  <message>
   <source>Telephone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Online</source>
   <translation>Dalam talian</translation>
  </message>
  <message>
   <source>Written</source>
   <translation>Bertulis</translation>
  </message>
  <message>
   <source>Old card</source>
   <translation>Kad lama</translation>
  </message>
  <message>
   <source>Passport</source>
   <translation>Pasport</translation>
  </message>
  <message>
   <source>No document</source>
   <translation>Tiada dokumen</translation>
  </message>
  <message>
   <source>Male</source>
   <translation>Lelaki</translation>
  </message>
  <message>
   <source>Female</source>
   <translation>Perempuan</translation>
  </message>
  <message>
   <source>Acknowledgement</source>
   <translation>Akuan terima</translation>
  </message>
  <message>
   <source>Reply</source>
   <translation>Maklum balas</translation>
  </message>
  <message>
   <source>Investigation</source>
   <translation>Siasatan</translation>
  </message>
 </context>
 <context>
  <name>MissingCard</name>
  <message>
   <source>What may be missing</source>
   <translation>Yang mungkin hilang</translation>
  </message>
  <message>
   <source>This computer goes on from a copy that is older than what was written. What other laptops hold comes back when you exchange with them, and this list grows shorter by itself.</source>
   <translation>Komputer ini menyambung daripada salinan yang lebih lama daripada apa yang telah ditulis. Apa yang dipegang oleh komputer lain kembali apabila anda bertukar data dengannya, dan senarai ini memendek sendiri.</translation>
  </message>
 </context>
 <context>
  <name>MissingPanel</name>
  <message>
   <source>What is missing</source>
   <translation>Apa yang kurang</translation>
  </message>
  <message>
   <source>warnings only</source>
   <translation>amaran sahaja</translation>
  </message>
 </context>
 <context>
  <name>NameChips</name>
  <message>
   <source>Remove %1</source>
   <translation>Buang %1</translation>
  </message>
 </context>
 <context>
  <name>NeedRow</name>
  <message>
   <source> and </source>
   <translation> dan </translation>
  </message>
  <message numerus="yes">
   <source>%n reports are late</source>
   <translation><numerusform>%n laporan lewat</numerusform></translation>
  </message>
  <message>
   <source>No. %1 · not entered as sent</source>
   <translation>Bil. %1 · belum dicatat dihantar</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Laporan</translation>
  </message>
  <message numerus="yes">
   <source>%n records with two versions</source>
   <translation><numerusform>%n rekod ada dua versi</numerusform></translation>
  </message>
  <message>
   <source>written at the same time; both are kept</source>
   <translation>ditulis serentak; kedua-duanya disimpan</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>Semak</translation>
  </message>
  <message numerus="yes">
   <source>%n parked drafts</source>
   <translation><numerusform>%n deraf ditangguhkan</numerusform></translation>
  </message>
  <message>
   <source>%1 · kept on this computer</source>
   <translation>%1 · disimpan di komputer ini</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Sambung</translation>
  </message>
  <message numerus="yes">
   <source>%n records of another computer do not count yet</source>
   <translation><numerusform>%n rekod komputer lain belum dikira</numerusform></translation>
  </message>
  <message>
   <source>%1 is not admitted; they are kept</source>
   <translation>%1 belum dibenarkan; rekodnya disimpan</translation>
  </message>
  <message>
   <source>A form is not saved yet</source>
   <translation>Satu borang belum disimpan</translation>
  </message>
  <message>
   <source>kept on this computer</source>
   <translation>derafnya ada di komputer ini</translation>
  </message>
  <message>
   <source>The clock of this computer is in doubt</source>
   <translation>Jam komputer ini diragui</translation>
  </message>
  <message>
   <source>check date and time; records say so until then</source>
   <translation>semak tarikh dan masa; rekod ditanda sehingga itu</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Bantuan</translation>
  </message>
  <message numerus="yes">
   <source>the last is %n days old</source>
   <translation><numerusform>yang terakhir %n hari lalu</numerusform></translation>
  </message>
  <message>
   <source>the last try did not work</source>
   <translation>cubaan terakhir tidak berjaya</translation>
  </message>
  <message>
   <source>No backup was made lately</source>
   <translation>Tiada sandaran baru-baru ini</translation>
  </message>
  <message>
   <source>Back up</source>
   <translation>Buat sandaran</translation>
  </message>
  <message>
   <source>This is an old copy of the office's file</source>
   <translation>Ini salinan lama fail pejabat</translation>
  </message>
  <message>
   <source>The office's folder was copied from another computer</source>
   <translation>Folder pejabat disalin dari komputer lain</translation>
  </message>
  <message>
   <source>Entries may be missing here</source>
   <translation>Ada entri yang mungkin hilang di sini</translation>
  </message>
  <message numerus="yes">
   <source>%n entries; exchange with the other laptops</source>
   <translation><numerusform>%n entri; tukar data dengan komputer lain</numerusform></translation>
  </message>
  <message>
   <source>how many is not known; exchange first</source>
   <translation>berapa banyak tidak diketahui; tukar data dahulu</translation>
  </message>
  <message>
   <source>The disk is full</source>
   <translation>Cakera penuh</translation>
  </message>
  <message>
   <source>The disk is nearly full</source>
   <translation>Cakera hampir penuh</translation>
  </message>
  <message>
   <source>%1 MB left; empty the bin</source>
   <translation>%1 MB lagi; kosongkan tong kitar semula</translation>
  </message>
  <message>
   <source>Backups</source>
   <translation>Sandaran</translation>
  </message>
  <message>
   <source>The office's folder is synchronised by %1</source>
   <translation>Folder pejabat disegerakkan oleh %1</translation>
  </message>
  <message>
   <source>The office's folder is on a removable disk</source>
   <translation>Folder pejabat di cakera boleh tanggal</translation>
  </message>
  <message>
   <source>move the folder, or say why it stays</source>
   <translation>pindahkan folder, atau nyatakan sebabnya</translation>
  </message>
  <message numerus="yes">
   <source>%n more urgent matters without action</source>
   <translation><numerusform>%n lagi urusan segera tanpa tindakan</numerusform></translation>
  </message>
  <message>
   <source>call Talian Kasih 15999</source>
   <translation>hubungi Talian Kasih 15999</translation>
  </message>
  <message>
   <source>Records</source>
   <translation>Rekod</translation>
  </message>
  <message>
   <source>Immediate action not recorded</source>
   <translation>Tindakan serta-merta belum direkod</translation>
  </message>
  <message>
   <source>Record</source>
   <translation>Rekod</translation>
  </message>
 </context>
 <context>
  <name>NeedsCard</name>
  <message>
   <source>Needs a look</source>
   <translation>Perlu diberi perhatian</translation>
  </message>
  <message>
   <source>Nothing needs a look now.</source>
   <translation>Tiada yang perlu diberi perhatian sekarang.</translation>
  </message>
 </context>
 <context>
  <name>NewPassword</name>
  <message>
   <source>The two passwords differ. Type the second one again.</source>
   <translation>Kedua-dua kata laluan berbeza. Taip yang kedua semula.</translation>
  </message>
  <message>
   <source>&amp;New password</source>
   <translation>Kata laluan &amp;baharu</translation>
  </message>
  <message>
   <source>New password &amp;again</source>
   <translation>Kata laluan baharu &amp;sekali lagi</translation>
  </message>
  <message>
   <source>Show what is typed</source>
   <translation>Tunjuk apa yang ditaip</translation>
  </message>
  <message>
   <source>*Caps Lock is on*</source>
   <translation>*Caps Lock sedang hidup*</translation>
  </message>
 </context>
 <context>
  <name>NewPasswordForm</name>
  <message>
   <source>The code is right. Who are you?</source>
   <translation>Kod itu betul. Siapakah anda?</translation>
  </message>
  <message>
   <source>Choose your name and a new password; from now on it opens the office here.</source>
   <translation>Pilih nama anda dan kata laluan baharu; mulai sekarang ia membuka pejabat di sini.</translation>
  </message>
  <message>
   <source>&amp;Officer</source>
   <translation>&amp;Pegawai</translation>
  </message>
  <message>
   <source>Back to the password</source>
   <translation>Kembali ke kata laluan</translation>
  </message>
  <message>
   <source>Only mind officers and laptops</source>
   <translation>Urus pegawai dan komputer sahaja</translation>
  </message>
  <message>
   <source>Goes on by the code itself, which sees no client's record</source>
   <translation>Teruskan dengan kod itu sendiri, yang tidak melihat rekod pelanggan</translation>
  </message>
  <message>
   <source>Open as %1</source>
   <translation>Buka sebagai %1</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Buka</translation>
  </message>
  <message>
   <source>Preparing your way in…</source>
   <translation>Menyediakan jalan masuk anda…</translation>
  </message>
 </context>
 <context>
  <name>NoSession</name>
  <message>
   <source>No client day today. Plan one, or choose the session whose clients you record. The circular asks for four a year in each state (F.3).</source>
   <translation>Tiada sesi hari ini. Rancang satu, atau pilih sesi yang pelanggannya hendak direkodkan. Pekeliling menyarankan empat kali setahun bagi setiap negeri (F.3).</translation>
  </message>
  <message>
   <source>Plan a session</source>
   <translation>Rancang sesi</translation>
  </message>
  <message>
   <source>Choose a session…</source>
   <translation>Pilih sesi…</translation>
  </message>
 </context>
 <context>
  <name>OfficeDays</name>
  <message>
   <source>Days this office keeps otherwise</source>
   <translation>Hari yang diubah oleh pejabat</translation>
  </message>
  <message>
   <source>Working</source>
   <translation>Bekerja</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Tutup</translation>
  </message>
  <message>
   <source>Take back</source>
   <translation>Tarik balik</translation>
  </message>
  <message>
   <source>Write a date, for example 24/11/2026.</source>
   <translation>Tulis tarikh, contohnya 24/11/2026.</translation>
  </message>
  <message>
   <source>Weekends and holidays of the state are known. Add what was announced later.</source>
   <translation>Hujung minggu dan cuti negeri sudah diketahui. Tambah yang diumumkan kemudian.</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Tarikh</translation>
  </message>
  <message>
   <source>On this day the office is</source>
   <translation>Pada hari ini pejabat</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Sebab</translation>
  </message>
  <message>
   <source>Add the day</source>
   <translation>Tambah hari</translation>
  </message>
 </context>
 <context>
  <name>OfficeForm</name>
  <message>
   <source>Name of the office</source>
   <translation>Nama pejabat</translation>
  </message>
  <message>
   <source>Letterhead of reports and slips</source>
   <translation>Kepala surat laporan dan slip</translation>
  </message>
  <message>
   <source>Who signs</source>
   <translation>Yang menandatangani</translation>
  </message>
  <message>
   <source>Complaint clocks</source>
   <translation>Tempoh aduan</translation>
  </message>
  <message>
   <source>What is left empty is taken from the list of offices.</source>
   <translation>Yang dibiarkan kosong diambil daripada senarai pejabat.</translation>
  </message>
  <message>
   <source>Left empty, the head is whoever holds that role on the day, also in an acting post.</source>
   <translation>Jika kosong, ketua ialah sesiapa yang memegang peranan itu pada hari tersebut, termasuk sebagai pemangku.</translation>
  </message>
  <message>
   <source>Working days after a complaint is received. The ministry's charter says 1, 3 and 15.</source>
   <translation>Hari bekerja selepas aduan diterima. Piagam kementerian menetapkan 1, 3 dan 15.</translation>
  </message>
  <message>
   <source>Department</source>
   <translation>Jabatan</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Alamat</translation>
  </message>
  <message>
   <source>several lines</source>
   <translation>beberapa baris</translation>
  </message>
  <message>
   <source>Slogans above the signature</source>
   <translation>Cogan kata di atas tandatangan</translation>
  </message>
  <message>
   <source>one a line</source>
   <translation>satu sebaris</translation>
  </message>
  <message>
   <source>Telephone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Fax</source>
   <translation>Faks</translation>
  </message>
  <message>
   <source>Reports go to</source>
   <translation>Laporan kepada</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Daripada</translation>
  </message>
  <message>
   <source>File reference</source>
   <translation>Rujukan fail</translation>
  </message>
  <message>
   <source>Ruj. Kami</source>
   <translation>Ruj. Kami</translation>
  </message>
  <message>
   <source>Head of the office</source>
   <translation>Ketua pejabat</translation>
  </message>
  <message>
   <source>Post of the head</source>
   <translation>Jawatan ketua</translation>
  </message>
  <message>
   <source>Reviewed by</source>
   <translation>Disemak oleh</translation>
  </message>
  <message>
   <source>Post of the reviewer</source>
   <translation>Jawatan penyemak</translation>
  </message>
  <message>
   <source>Acknowledge within</source>
   <translation>Akuan terima dalam</translation>
  </message>
  <message>
   <source>Answer within</source>
   <translation>Maklum balas dalam</translation>
  </message>
  <message>
   <source>Investigate within</source>
   <translation>Siasatan dalam</translation>
  </message>
 </context>
 <context>
  <name>OfficeSection</name>
  <message>
   <source>Of the whole office; every change is kept with who made it</source>
   <translation>Untuk seluruh pejabat; setiap perubahan disimpan bersama nama yang membuatnya</translation>
  </message>
  <message>
   <source>Save the settings</source>
   <translation>Simpan tetapan</translation>
  </message>
  <message>
   <source>Leave as they were</source>
   <translation>Biar seperti asal</translation>
  </message>
  <message>
   <source>The settings are saved.</source>
   <translation>Tetapan telah disimpan.</translation>
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
  <name>OfficerActs</name>
  <message>
   <source>Joins the office's list on every laptop; a way in on this one is made next.</source>
   <translation>Masuk ke senarai pejabat di semua komputer riba; laluan masuk di sini dibuat selepas ini.</translation>
  </message>
  <message>
   <source>Add an officer</source>
   <translation>Tambah pegawai</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Tambah</translation>
  </message>
  <message>
   <source>It makes and retires administrators, and confirms their keys on another laptop.</source>
   <translation>Ia melantik dan membersarakan pentadbir, dan mengesahkan kunci mereka di komputer riba lain.</translation>
  </message>
  <message>
   <source>The printed recovery code</source>
   <translation>Kod pemulihan bercetak</translation>
  </message>
  <message>
   <source>Use it here</source>
   <translation>Guna di sini</translation>
  </message>
  <message>
   <source>The roles are saved.</source>
   <translation>Peranan disimpan.</translation>
  </message>
  <message>
   <source>%1 was added. Now let %1 open on this laptop.</source>
   <translation>%1 ditambah. Sekarang beri %1 laluan di komputer riba ini.</translation>
  </message>
  <message>
   <source>%1 now opens the office on this laptop.</source>
   <translation>%1 kini membuka pejabat di komputer riba ini.</translation>
  </message>
  <message>
   <source>%1 is retired.</source>
   <translation>%1 dibersarakan.</translation>
  </message>
  <message>
   <source>Back on the list.</source>
   <translation>Kembali dalam senarai.</translation>
  </message>
  <message>
   <source>Appointed.</source>
   <translation>Pelantikan disimpan.</translation>
  </message>
  <message>
   <source>Both records are one officer now.</source>
   <translation>Kedua-dua rekod kini satu pegawai.</translation>
  </message>
  <message>
   <source>The way in on this laptop goes now, on others as soon as they hear of it. Older backups still open with the ways in they were made with. The name stays on the records.</source>
   <translation>Laluan masuk di komputer riba ini hilang sekarang, dan di komputer lain sebaik sahaja diberitahu. Salinan sandaran lama masih terbuka dengan laluan yang ada ketika ia dibuat. Namanya kekal pada rekod.</translation>
  </message>
  <message>
   <source>The recovery code signs here now.</source>
   <translation>Kod pemulihan kini menandatangani di sini.</translation>
  </message>
  <message>
   <source>What it alone may do is open until you leave this section.</source>
   <translation>Perkara yang hanya boleh dibuat dengannya terbuka sehingga anda meninggalkan bahagian ini.</translation>
  </message>
  <message>
   <source>Put it away</source>
   <translation>Simpan semula kod</translation>
  </message>
  <message>
   <source>Done.</source>
   <translation>Selesai.</translation>
  </message>
  <message>
   <source>New password for %1</source>
   <translation>Kata laluan baharu bagi %1</translation>
  </message>
  <message>
   <source>Let %1 open on this laptop</source>
   <translation>Beri %1 laluan di komputer riba ini</translation>
  </message>
  <message>
   <source>%1 types it here, unseen by others. It holds for this laptop alone.</source>
   <translation>%1 menaipnya di sini tanpa dilihat orang lain. Ia hanya bagi komputer riba ini.</translation>
  </message>
  <message>
   <source>Set the password</source>
   <translation>Tetapkan kata laluan</translation>
  </message>
  <message>
   <source>It begins and ends by itself, and is printed with the letter below the signature.</source>
   <translation>Ia bermula dan tamat sendiri, dan dicetak dengan rujukan surat di bawah tandatangan.</translation>
  </message>
  <message>
   <source>%1 acts for somebody</source>
   <translation>%1 memangku</translation>
  </message>
  <message>
   <source>Appoint</source>
   <translation>Lantik</translation>
  </message>
  <message>
   <source>The other record's name, post and roles hold for both. It can be undone.</source>
   <translation>Nama, jawatan dan peranan rekod yang satu lagi terpakai bagi kedua-duanya. Boleh dibuat asal.</translation>
  </message>
  <message>
   <source>%1 is the same person as</source>
   <translation>%1 ialah orang yang sama dengan</translation>
  </message>
  <message>
   <source>Link</source>
   <translation>Pautkan</translation>
  </message>
  <message>
   <source>Retire %1?</source>
   <translation>Bersarakan %1?</translation>
  </message>
  <message>
   <source>Retire</source>
   <translation>Bersarakan</translation>
  </message>
  <message>
   <source>The same record and roles again; a way in is made anew.</source>
   <translation>Rekod dan peranan yang sama semula; laluan masuk dibuat baharu.</translation>
  </message>
  <message>
   <source>Bring %1 back?</source>
   <translation>Kembalikan %1?</translation>
  </message>
  <message>
   <source>Bring back</source>
   <translation>Kembalikan</translation>
  </message>
 </context>
 <context>
  <name>OfficerDetail</name>
  <message>
   <source>New password…</source>
   <translation>Kata laluan baharu…</translation>
  </message>
  <message>
   <source>Let open on this laptop…</source>
   <translation>Beri laluan di komputer ini…</translation>
  </message>
  <message>
   <source>The recovery code alone makes and unmakes administrators.</source>
   <translation>Hanya kod pemulihan boleh melantik atau melucutkan pentadbir.</translation>
  </message>
  <message>
   <source>An administrator changes roles.</source>
   <translation>Pentadbir yang mengubah peranan.</translation>
  </message>
  <message>
   <source>letter %1</source>
   <translation>surat %1</translation>
  </message>
  <message>
   <source>End now</source>
   <translation>Tamatkan sekarang</translation>
  </message>
  <message>
   <source>Part again</source>
   <translation>Pisahkan semula</translation>
  </message>
  <message>
   <source>Second record of the same person</source>
   <translation>Rekod kedua orang yang sama</translation>
  </message>
  <message>
   <source>Officer</source>
   <translation>Pegawai</translation>
  </message>
  <message>
   <source>Roles</source>
   <translation>Peranan</translation>
  </message>
  <message>
   <source>Save the roles</source>
   <translation>Simpan peranan</translation>
  </message>
  <message>
   <source>Appoint to act…</source>
   <translation>Lantik memangku…</translation>
  </message>
  <message>
   <source>Confirm the administrator's key</source>
   <translation>Sahkan kunci pentadbir</translation>
  </message>
  <message>
   <source>Same person as…</source>
   <translation>Orang yang sama dengan…</translation>
  </message>
  <message>
   <source>Bring back…</source>
   <translation>Kembalikan…</translation>
  </message>
  <message>
   <source>Retire…</source>
   <translation>Bersarakan…</translation>
  </message>
  <message>
   <source>Retired: no roles, no way in. The name stays on the records.</source>
   <translation>Bersara: tiada peranan, tiada laluan masuk. Namanya kekal pada rekod.</translation>
  </message>
  <message>
   <source>Is an administrator by role, but cannot sign yet: let this officer open a laptop first.</source>
   <translation>Pentadbir mengikut peranan, tetapi belum dapat menandatangani: beri laluan masuk dahulu.</translation>
  </message>
  <message>
   <source>The key of this administrator is not confirmed yet: use the recovery code, then confirm it.</source>
   <translation>Kunci pentadbir ini belum disahkan: guna kod pemulihan, kemudian sahkan.</translation>
  </message>
  <message>
   <source>This is you. Your own password is changed under Keys.</source>
   <translation>Ini anda. Kata laluan anda sendiri diubah di bawah Kunci.</translation>
  </message>
  <message>
   <source>Administrators are retired with the recovery code.</source>
   <translation>Pentadbir dibersarakan dengan kod pemulihan.</translation>
  </message>
 </context>
 <context>
  <name>OfficerForm</name>
  <message>
   <source>Cancel</source>
   <translation>Batal</translation>
  </message>
 </context>
 <context>
  <name>OfficerRow</name>
  <message>
   <source>Retired</source>
   <translation>Bersara</translation>
  </message>
  <message>
   <source>Key not confirmed</source>
   <translation>Kunci belum disahkan</translation>
  </message>
  <message>
   <source>Opens here</source>
   <translation>Buka di sini</translation>
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
  <message>
   <source>If you go on without it, the password guards the file alone: opening takes about 2 seconds, and whoever copies the folder can try passwords on their own computer. Choose a long one.</source>
   <translation>Jika diteruskan tanpanya, kata laluan menjaga fail seorang diri: membuka mengambil kira-kira 2 saat, dan sesiapa yang menyalin folder boleh mencuba kata laluan pada komputer sendiri. Pilih yang panjang.</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Cuba lagi</translation>
  </message>
  <message>
   <source>Switch the computer's own keyring on, then try again.</source>
   <translation>Hidupkan stor kunci komputer itu sendiri, kemudian cuba lagi.</translation>
  </message>
  <message>
   <source>Unlock it, or sign out of the computer and in again; then try again.</source>
   <translation>Buka kuncinya, atau log keluar dari komputer dan masuk semula; kemudian cuba lagi.</translation>
  </message>
  <message>
   <source>Find its question behind this window, answer it, then try again.</source>
   <translation>Cari soalannya di belakang tetingkap ini dan jawab, kemudian cuba lagi.</translation>
  </message>
  <message>
   <source>Choose the computer's own keyring instead, then try again.</source>
   <translation>Pilih stor kunci komputer itu sendiri, kemudian cuba lagi.</translation>
  </message>
 </context>
 <context>
  <name>OfficerWords</name>
  <message>
   <source>Acting %1 until %2</source>
   <translation>Pemangku %1 hingga %2</translation>
  </message>
  <message>
   <source>Acting %1 from %3 to %2</source>
   <translation>Pemangku %1 dari %3 hingga %2</translation>
  </message>
 </context>
 <context>
  <name>OfficersList</name>
  <message>
   <source>Officers</source>
   <translation>Pegawai</translation>
  </message>
  <message>
   <source>Add an officer…</source>
   <translation>Tambah pegawai…</translation>
  </message>
  <message>
   <source>Use the recovery code…</source>
   <translation>Guna kod pemulihan…</translation>
  </message>
  <message>
   <source>Officers belong to the whole office; a way in belongs to one laptop. Passwords never travel.</source>
   <translation>Pegawai ialah milik seluruh pejabat; laluan masuk milik satu komputer riba. Kata laluan tidak pernah dihantar.</translation>
  </message>
  <message numerus="yes">
   <source>Hide the %n retired</source>
   <translation><numerusform>Sembunyikan %n yang bersara</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>Show the %n retired</source>
   <translation><numerusform>Tunjukkan %n yang bersara</numerusform></translation>
  </message>
 </context>
 <context>
  <name>OfficersSection</name>
  <message>
   <source>Of the whole office; every change is signed and kept with its reason</source>
   <translation>Bagi seluruh pejabat; setiap perubahan ditandatangani dan disimpan dengan sebabnya</translation>
  </message>
 </context>
 <context>
  <name>OfficesCard</name>
  <message>
   <source>Offices</source>
   <translation>Pejabat</translation>
  </message>
  <message>
   <source>a session in each quarter</source>
   <translation>satu sesi setiap suku tahun</translation>
  </message>
  <message>
   <source>Offices of the state</source>
   <translation>Pejabat dalam negeri</translation>
  </message>
  <message>
   <source>Office</source>
   <translation>Pejabat</translation>
  </message>
  <message>
   <source>Q 1–4</source>
   <translation>Suku 1–4</translation>
  </message>
  <message>
   <source>Reports</source>
   <translation>Laporan</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>Lewat</translation>
  </message>
  <message>
   <source>Compl.</source>
   <translation>Aduan</translation>
  </message>
  <message>
   <source>Newest here</source>
   <translation>Terbaru di sini</translation>
  </message>
  <message>
   <source>quarter %1: %2</source>
   <translation>suku %1: %2</translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 daripada %2</translation>
  </message>
  <message>
   <source>nothing here</source>
   <translation>tiada di sini</translation>
  </message>
 </context>
 <context>
  <name>PackagePanel</name>
  <message>
   <source>Make the draft package</source>
   <translation>Buat pakej deraf</translation>
  </message>
  <message>
   <source>Make the final package</source>
   <translation>Buat pakej muktamad</translation>
  </message>
  <message>
   <source>Report package</source>
   <translation>Pakej laporan</translation>
  </message>
  <message>
   <source>official document, A4</source>
   <translation>dokumen rasmi A4</translation>
  </message>
  <message>
   <source>answers for the form</source>
   <translation>jawapan borang</translation>
  </message>
  <message>
   <source>workbook, masked</source>
   <translation>buku kerja, ditopeng</translation>
  </message>
  <message>
   <source>register, masked</source>
   <translation>daftar, ditopeng</translation>
  </message>
  <message>
   <source>for the state's system</source>
   <translation>untuk sistem negeri</translation>
  </message>
  <message>
   <source>Security &amp;mark</source>
   <translation>Tanda &amp;keselamatan</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Tiada</translation>
  </message>
  <message>
   <source>Names are masked. A package with names is a choice of its own, written down.</source>
   <translation>Nama ditopeng. Pakej bernama ialah pilihan tersendiri yang dicatat.</translation>
  </message>
  <message>
   <source>With names…</source>
   <translation>Pakej bernama…</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Cetak</translation>
  </message>
  <message>
   <source>Open the folder</source>
   <translation>Buka folder</translation>
  </message>
 </context>
 <context>
  <name>Page</name>
  <message>
   <source>It is read here, and changed only there.</source>
   <translation>Ia dibaca di sini, dan diubah hanya di sana.</translation>
  </message>
 </context>
 <context>
  <name>PageHead</name>
  <message>
   <source>Search name, phone, reference</source>
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
   <source>Today</source>
   <translation>Hari Ini</translation>
  </message>
  <message>
   <source>Counter</source>
   <translation>Kaunter</translation>
  </message>
  <message>
   <source>Records</source>
   <translation>Rekod</translation>
  </message>
  <message>
   <source>Sessions</source>
   <translation>Sesi</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Laporan</translation>
  </message>
  <message>
   <source>Exchange</source>
   <translation>Segerak</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Negeri</translation>
  </message>
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
  <name>PasswordCard</name>
  <message>
   <source>My password</source>
   <translation>Kata laluan saya</translation>
  </message>
  <message>
   <source>Password &amp;now</source>
   <translation>Kata laluan &amp;sekarang</translation>
  </message>
  <message>
   <source>Show what is typed</source>
   <translation>Tunjuk apa yang ditaip</translation>
  </message>
  <message>
   <source>Change the password</source>
   <translation>Tukar kata laluan</translation>
  </message>
  <message>
   <source>Have this computer protect it</source>
   <translation>Lindungi dengan komputer ini</translation>
  </message>
  <message>
   <source>The recovery code opened the office. Open as an officer to change a password.</source>
   <translation>Kod pemulihan membuka pejabat ini. Buka sebagai pegawai untuk menukar kata laluan.</translation>
  </message>
  <message>
   <source>It opens the office on this computer only, together with the computer's keyring.</source>
   <translation>Ia membuka pejabat pada komputer ini sahaja, bersama stor kunci komputer.</translation>
  </message>
  <message>
   <source>No keyring stands beside it: who copies the folder can try passwords elsewhere.</source>
   <translation>Tiada stor kunci di sebelahnya: sesiapa yang menyalin folder boleh mencuba kata laluan di tempat lain.</translation>
  </message>
  <message>
   <source>Type the password you use now.</source>
   <translation>Taip kata laluan yang anda guna sekarang.</translation>
  </message>
 </context>
 <context>
  <name>PasswordForm</name>
  <message>
   <source>New &amp;password</source>
   <translation>&amp;Kata laluan baharu</translation>
  </message>
  <message>
   <source>Password &amp;again</source>
   <translation>Kata laluan sekali &amp;lagi</translation>
  </message>
  <message>
   <source>Show what is typed</source>
   <translation>Tunjukkan yang ditaip</translation>
  </message>
  <message>
   <source>The two passwords differ. Type the second one again.</source>
   <translation>Kedua-dua kata laluan berbeza. Taip semula yang kedua.</translation>
  </message>
  <message>
   <source>&amp;Officer</source>
   <translation>P&amp;egawai</translation>
  </message>
  <message>
   <source>&amp;Password</source>
   <translation>&amp;Kata laluan</translation>
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
   <source>No keyring stands beside this password: it guards the file alone, so opening takes longer.</source>
   <translation>Tiada stor kunci di sebelah kata laluan ini: ia menjaga fail seorang diri, jadi membuka mengambil masa lebih lama.</translation>
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
  <name>PdfPreview</name>
  <message>
   <source>Preview</source>
   <translation>Pratonton</translation>
  </message>
  <message>
   <source>Page before (Page Up)</source>
   <translation>Muka surat sebelumnya (Page Up)</translation>
  </message>
  <message>
   <source>Next page (Page Down)</source>
   <translation>Muka surat berikutnya (Page Down)</translation>
  </message>
  <message>
   <source>Pages of the report</source>
   <translation>Muka surat laporan</translation>
  </message>
  <message>
   <source>Zoom</source>
   <translation>Zum</translation>
  </message>
  <message>
   <source>Zoom (+ and − in the preview)</source>
   <translation>Zum (+ dan − dalam pratonton)</translation>
  </message>
  <message>
   <source>This page cannot be drawn here. The PDF itself is sound: open it.</source>
   <translation>Muka surat ini tidak dapat dilukis di sini. PDF itu sendiri elok: bukalah ia.</translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>Muat</translation>
  </message>
 </context>
 <context>
  <name>PersonPanel</name>
  <message numerus="yes">
   <source>%n years</source>
   <translation><numerusform>%n tahun</numerusform></translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Tunjuk</translation>
  </message>
  <message>
   <source>Show the document for ten seconds; it is written down</source>
   <translation>Tunjuk dokumen selama sepuluh saat; ia dicatat</translation>
  </message>
  <message>
   <source>Through %1</source>
   <translation>Melalui %1</translation>
  </message>
  <message>
   <source>Counter %1</source>
   <translation>Kaunter %1</translation>
  </message>
 </context>
 <context>
  <name>PlacePanel</name>
  <message>
   <source>Start the program on a folder of this computer first</source>
   <translation>Mulakan program pada folder di komputer ini dahulu</translation>
  </message>
  <message>
   <source>Say why the folder stays here, or choose another</source>
   <translation>Nyatakan sebab folder tetap di sini, atau pilih folder lain</translation>
  </message>
  <message>
   <source>&amp;Why here all the same</source>
   <translation>&amp;Sebab tetap di sini</translation>
  </message>
  <message>
   <source>kept in the journal</source>
   <translation>disimpan dalam jurnal</translation>
  </message>
  <message>
   <source>Keep it here</source>
   <translation>Kekalkan di sini</translation>
  </message>
  <message>
   <source>This folder is synchronised by %1.</source>
   <translation>Folder ini disegerakkan oleh %1.</translation>
  </message>
  <message>
   <source>It copies the file while it is being written and may bring an older one back, so records can be lost. A better place: %2</source>
   <translation>Program itu menyalin fail yang sedang ditulis dan boleh mengembalikan fail lama, jadi rekod boleh hilang. Tempat yang lebih baik: %2</translation>
  </message>
  <message>
   <source>This folder is on a network share (%1).</source>
   <translation>Folder ini di kongsian rangkaian (%1).</translation>
  </message>
  <message>
   <source>The office's file would be damaged there, so nothing is set up. Use a folder on this computer, for example %2</source>
   <translation>Fail pejabat akan rosak di situ, jadi persediaan tidak dibuat. Gunakan folder di komputer ini, misalnya %2</translation>
  </message>
  <message>
   <source>This folder is on a removable disk (%1).</source>
   <translation>Folder ini di cakera boleh tanggal (%1).</translation>
  </message>
  <message>
   <source>If it is pulled out while the program is open, saving stops; small disks are easily lost. A better place: %2</source>
   <translation>Jika cakera dicabut semasa program terbuka, simpanan terputus; cakera kecil mudah hilang. Tempat yang lebih baik: %2</translation>
  </message>
 </context>
 <context>
  <name>PlanCard</name>
  <message>
   <source>Nothing was changed yet.</source>
   <translation>Belum ada yang diubah.</translation>
  </message>
  <message>
   <source>Guideline (%1)</source>
   <translation>Garis panduan (%1)</translation>
  </message>
  <message>
   <source>Import a register…</source>
   <translation>Import daftar…</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Laporan</translation>
  </message>
  <message>
   <source>Save the change…</source>
   <translation>Simpan pindaan…</translation>
  </message>
  <message>
   <source>Set the session</source>
   <translation>Tetapkan sesi</translation>
  </message>
  <message>
   <source>Undo the change</source>
   <translation>Buat asal pindaan</translation>
  </message>
  <message>
   <source>Discard the draft</source>
   <translation>Buang deraf</translation>
  </message>
  <message>
   <source>Call off…</source>
   <translation>Batalkan sesi…</translation>
  </message>
 </context>
 <context>
  <name>PlanEditing</name>
  <message>
   <source>Draft kept %1</source>
   <translation>Deraf disimpan %1</translation>
  </message>
  <message>
   <source>Saved here</source>
   <translation>Disimpan di sini</translation>
  </message>
  <message>
   <source>The draft is not kept: see above.</source>
   <translation>Deraf belum disimpan: lihat di atas.</translation>
  </message>
  <message>
   <source>Reason…</source>
   <translation>Sebab…</translation>
  </message>
  <message>
   <source>Set: %1</source>
   <translation>Ditetapkan: %1</translation>
  </message>
  <message>
   <source>Why is the session changed?</source>
   <translation>Mengapa sesi ini dipinda?</translation>
  </message>
  <message>
   <source>Deadlines are reckoned anew; reference numbers already given stay. Before and after stand in the history.</source>
   <translation>Tarikh akhir dikira semula; nombor rujukan yang sudah diberi kekal. Yang lama dan yang baharu tersimpan dalam sejarah.</translation>
  </message>
  <message>
   <source>Save the change</source>
   <translation>Simpan pindaan</translation>
  </message>
  <message>
   <source>Call the session off?</source>
   <translation>Batalkan sesi ini?</translation>
  </message>
  <message>
   <source>What was recorded stays, and no report is due. It can be planned again later.</source>
   <translation>Yang sudah direkod kekal, dan laporan tidak perlu dihantar. Sesi boleh dirancang semula kemudian.</translation>
  </message>
  <message>
   <source>Call off</source>
   <translation>Batalkan sesi</translation>
  </message>
  <message>
   <source>Understood</source>
   <translation>Faham</translation>
  </message>
  <message>
   <source>Do not remind me again</source>
   <translation>Jangan ingatkan lagi</translation>
  </message>
 </context>
 <context>
  <name>PlanForm</name>
  <message>
   <source>None</source>
   <translation>Tiada</translation>
  </message>
  <message>
   <source>&amp;Method</source>
   <translation>Kae&amp;dah</translation>
  </message>
  <message>
   <source>&amp;Form of the day</source>
   <translation>&amp;Bentuk hari</translation>
  </message>
  <message>
   <source>&amp;Programme</source>
   <translation>&amp;Program</translation>
  </message>
  <message>
   <source>Name of the p&amp;rogramme</source>
   <translation>Nama prog&amp;ram</translation>
  </message>
  <message>
   <source>&amp;Title</source>
   <translation>&amp;Tajuk</translation>
  </message>
  <message>
   <source>&amp;No.</source>
   <translation>B&amp;il.</translation>
  </message>
  <message>
   <source>P&amp;latform</source>
   <translation>P&amp;latform</translation>
  </message>
  <message>
   <source>Lin&amp;k</source>
   <translation>Pauta&amp;n</translation>
  </message>
  <message>
   <source>&amp;Day, place and hours</source>
   <translation>&amp;Hari, tempat dan masa</translation>
  </message>
  <message>
   <source>Target gro&amp;ups</source>
   <translation>Kumpulan &amp;sasar</translation>
  </message>
  <message>
   <source>Partner &amp;agencies</source>
   <translation>&amp;Agensi bersama</translation>
  </message>
  <message>
   <source>&amp;Counters</source>
   <translation>&amp;Kaunter</translation>
  </message>
  <message>
   <source>&amp;Security mark</source>
   <translation>Tanda k&amp;eselamatan</translation>
  </message>
  <message>
   <source>&amp;Officers and counters</source>
   <translation>Pegawai dan ka&amp;unter</translation>
  </message>
  <message>
   <source>named after the number if left empty</source>
   <translation>dinamakan mengikut bilangan jika dibiarkan kosong</translation>
  </message>
  <message>
   <source>add a name, then Enter</source>
   <translation>taip nama, kemudian Enter</translation>
  </message>
  <message>
   <source>Existing services</source>
   <translation>Sedia ada</translation>
  </message>
  <message>
   <source>Department programme</source>
   <translation>Program Jabatan</translation>
  </message>
  <message>
   <source>Online (e-client)</source>
   <translation>Atas talian (e-pelanggan)</translation>
  </message>
  <message>
   <source>Hari Bertemu Pelanggan</source>
   <translation>Hari Bertemu Pelanggan</translation>
  </message>
  <message>
   <source>Hari Bersama Pelanggan</source>
   <translation>Hari Bersama Pelanggan</translation>
  </message>
 </context>
 <context>
  <name>PlanWords</name>
  <message>
   <source>Called off</source>
   <translation>Dibatalkan</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>Dihantar</translation>
  </message>
  <message>
   <source>Planned</source>
   <translation>Dirancang</translation>
  </message>
  <message numerus="yes">
   <source>LATE %n days</source>
   <translation><numerusform>LEWAT %n hari</numerusform></translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Hari ini</translation>
  </message>
  <message>
   <source>Report due</source>
   <translation>Laporan menunggu</translation>
  </message>
  <message numerus="yes">
   <source>%n days</source>
   <translation><numerusform>%n hari</numerusform></translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>Deraf</translation>
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
  <name>ProofSection</name>
  <message>
   <source>What can be relied on, and who did what</source>
   <translation>Apa yang boleh dipercayai, dan siapa membuat apa</translation>
  </message>
  <message>
   <source>File to compare with</source>
   <translation>Fail untuk dibandingkan</translation>
  </message>
  <message>
   <source>Written: %1</source>
   <translation>Ditulis: %1</translation>
  </message>
  <message numerus="yes">
   <source>%n acts.</source>
   <translation><numerusform>%n perkara.</numerusform></translation>
  </message>
 </context>
 <context>
  <name>ProofWords</name>
  <message numerus="yes">
   <source>%n things are not as they were written.</source>
   <translation><numerusform>%n perkara bukan seperti yang ditulis.</numerusform></translation>
  </message>
  <message>
   <source>Change nothing, copy the whole folder, and call the auditor. Below is where it is wrong.</source>
   <translation>Jangan ubah apa-apa, salin seluruh folder ini, dan hubungi juruaudit. Di bawah ialah tempatnya.</translation>
  </message>
  <message>
   <source>All %1 entries are right.</source>
   <translation>Semua %1 catatan betul.</translation>
  </message>
  <message>
   <source>No part of them is known to be held elsewhere yet: only this file speaks for itself. Compare it with a report, a backup or a code.</source>
   <translation>Belum diketahui ada yang dipegang di tempat lain: hanya fail ini yang bercakap. Bandingkan dengan laporan, sandaran atau kod.</translation>
  </message>
  <message>
   <source>Held elsewhere until %1; after that only this file speaks.</source>
   <translation>Dipegang di tempat lain hingga %1; selepas itu hanya fail ini yang bercakap.</translation>
  </message>
  <message>
   <source>This laptop's own mark beside the file agrees until %1. It is on the same laptop, so it proves nothing against somebody who has the laptop and a password.</source>
   <translation>Tanda komputer ini sendiri di sebelah fail sepadan hingga %1. Ia pada komputer yang sama, jadi ia bukan bukti terhadap orang yang memegang komputer ini dan kata laluannya.</translation>
  </message>
  <message>
   <source>%1: until %2, entry %3</source>
   <translation>%1: hingga %2, catatan %3</translation>
  </message>
  <message>
   <source>A code read back</source>
   <translation>Kod yang dibacakan</translation>
  </message>
  <message>
   <source>It agrees with this file at entry %1, of %2.</source>
   <translation>Sepadan dengan fail ini pada catatan %1, bertarikh %2.</translation>
  </message>
  <message>
   <source>It knows a laptop's entry %1 that has not arrived here yet. Take the next package, then compare again.</source>
   <translation>Ia tahu catatan %1 sebuah komputer riba yang belum tiba di sini. Terima bungkusan seterusnya, kemudian bandingkan lagi.</translation>
  </message>
  <message>
   <source>It is about a laptop this file knows nothing of. Is it from this office?</source>
   <translation>Ia tentang komputer riba yang tidak dikenali fail ini. Adakah ia daripada pejabat ini?</translation>
  </message>
  <message>
   <source>It contradicts this file at entry %1.</source>
   <translation>Ia bercanggah dengan fail ini pada catatan %1.</translation>
  </message>
 </context>
 <context>
  <name>ProxyForm</name>
  <message>
   <source>Representative's name</source>
   <translation>Nama wakil</translation>
  </message>
  <message>
   <source>Relation</source>
   <translation>Hubungan</translation>
  </message>
  <message>
   <source>Representative's telep&amp;hone</source>
   <translation>Telef&amp;on wakil</translation>
  </message>
  <message>
   <source>Consent</source>
   <translation>Kebenaran</translation>
  </message>
  <message>
   <source>The client agrees</source>
   <translation>Pelanggan membenarkan</translation>
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
  <name>QueueButton</name>
  <message>
   <source>Queue</source>
   <translation>Giliran</translation>
  </message>
  <message>
   <source>Queue number %1; F5 for the next</source>
   <translation>Nombor giliran %1; F5 untuk seterusnya</translation>
  </message>
  <message numerus="yes">
   <source>%n waiting</source>
   <translation><numerusform>%n menunggu</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>waited %n min</source>
   <translation><numerusform>menunggu %n min</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%1, waited %n min</source>
   <translation><numerusform>%1, menunggu %n min</numerusform></translation>
  </message>
  <message>
   <source>Serve now</source>
   <translation>Layan sekarang</translation>
  </message>
  <message>
   <source>Left without being served</source>
   <translation>Pergi tanpa dilayan</translation>
  </message>
  <message>
   <source>Issue a number to wait (Shift+F5)</source>
   <translation>Keluarkan nombor untuk menunggu (Shift+F5)</translation>
  </message>
 </context>
 <context>
  <name>ReasonForm</name>
  <message>
   <source>&amp;Reason</source>
   <translation>&amp;Sebab</translation>
  </message>
  <message>
   <source>kept in the journal</source>
   <translation>disimpan dalam jurnal</translation>
  </message>
 </context>
 <context>
  <name>ReasonSheet</name>
  <message>
   <source>&amp;Reason</source>
   <translation>&amp;Sebab</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Batal</translation>
  </message>
  <message>
   <source>Write in a few words why; it stays in the history.</source>
   <translation>Tulis sebabnya dengan ringkas; ia kekal dalam sejarah.</translation>
  </message>
 </context>
 <context>
  <name>ReceiptsCard</name>
  <message>
   <source>Receipts</source>
   <translation>Resit</translation>
  </message>
  <message>
   <source>signed by the state office</source>
   <translation>ditandatangani pejabat negeri</translation>
  </message>
  <message>
   <source>Receipts, newest first</source>
   <translation>Resit, yang terbaharu dahulu</translation>
  </message>
  <message>
   <source>No receipt yet. The first comes with the first records sent.</source>
   <translation>Belum ada resit. Yang pertama datang dengan rekod pertama yang dihantar.</translation>
  </message>
  <message numerus="yes">
   <source>%n matters</source>
   <translation><numerusform>%n urusan</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n entries</source>
   <translation><numerusform>%n catatan</numerusform></translation>
  </message>
  <message>
   <source>%1 in %2</source>
   <translation>%1 dalam %2</translation>
  </message>
  <message>
   <source>matches</source>
   <translation>sepadan</translation>
  </message>
  <message>
   <source>does not match</source>
   <translation>tidak sepadan</translation>
  </message>
 </context>
 <context>
  <name>RecordActs</name>
  <message>
   <source>Corrected, %1</source>
   <translation>Dibetulkan, %1</translation>
  </message>
  <message>
   <source>Why is this record restored?</source>
   <translation>Mengapa rekod ini dipulihkan?</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Pulihkan</translation>
  </message>
  <message>
   <source>Why is this record withdrawn? It stays readable.</source>
   <translation>Mengapa rekod ini ditarik balik? Ia masih boleh dibaca.</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>Tarik balik</translation>
  </message>
  <message>
   <source>Withdrawn, %1</source>
   <translation>Ditarik balik, %1</translation>
  </message>
  <message>
   <source>Restored, %1</source>
   <translation>Dipulihkan, %1</translation>
  </message>
  <message>
   <source>undone at once</source>
   <translation>dibuat asal serta-merta</translation>
  </message>
  <message>
   <source>Undo withdrawal</source>
   <translation>Buat asal tarik balik</translation>
  </message>
  <message>
   <source>Undo restoring</source>
   <translation>Buat asal pemulihan</translation>
  </message>
  <message>
   <source>Change to %1</source>
   <translation>Tukar kepada: %1</translation>
  </message>
  <message>
   <source>Reopen</source>
   <translation>Buka semula</translation>
  </message>
  <message>
   <source>Status changed to %1</source>
   <translation>Status ditukar kepada %1</translation>
  </message>
  <message>
   <source>Clock stopped: %1</source>
   <translation>Jam dihentikan: %1</translation>
  </message>
  <message>
   <source>Sealed anew for %1</source>
   <translation>Dimeterai semula untuk %1</translation>
  </message>
  <message>
   <source>What was done at once? It is sealed like the matter.</source>
   <translation>Apa yang dibuat serta-merta? Catatan ini dimeterai seperti urusannya.</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Catat</translation>
  </message>
  <message>
   <source>Whom you informed, and when</source>
   <translation>Siapa dimaklumkan, dan bila</translation>
  </message>
  <message>
   <source>Immediate action entered</source>
   <translation>Tindakan serta-merta dicatat</translation>
  </message>
  <message>
   <source>Copied, %1</source>
   <translation>Disalin, %1</translation>
  </message>
 </context>
 <context>
  <name>RecordColumns</name>
  <message>
   <source>Anonymous</source>
   <translation>Tanpa nama</translation>
  </message>
  <message>
   <source>Client</source>
   <translation>Pelanggan</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Kod</translation>
  </message>
  <message>
   <source>Deadline</source>
   <translation>Tarikh akhir</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Pengenalan</translation>
  </message>
  <message>
   <source>Immediate route</source>
   <translation>Laluan segera</translation>
  </message>
  <message>
   <source>LATE %1</source>
   <translation>LEWAT %1</translation>
  </message>
  <message>
   <source>Matters</source>
   <translation>Urusan</translation>
  </message>
  <message>
   <source>No name</source>
   <translation>Tiada nama</translation>
  </message>
  <message>
   <source>Queue</source>
   <translation>Giliran</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>No. rujukan</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Menunggu</translation>
  </message>
  <message>
   <source>Withdrawn</source>
   <translation>Ditarik balik</translation>
  </message>
  <message>
   <source>no deadline</source>
   <translation>tiada tarikh akhir</translation>
  </message>
  <message>
   <source>no document</source>
   <translation>tiada dokumen</translation>
  </message>
  <message>
   <source>today</source>
   <translation>hari ini</translation>
  </message>
 </context>
 <context>
  <name>RecordDetail</name>
  <message>
   <source>Choose a record in the list to see it here.</source>
   <translation>Pilih satu rekod dalam senarai untuk melihatnya di sini.</translation>
  </message>
  <message>
   <source>Withdrawn</source>
   <translation>Ditarik balik</translation>
  </message>
  <message>
   <source>A sealed matter is not corrected: withdraw it, record it anew.</source>
   <translation>Urusan termeterai tidak dibetulkan: tarik balik, kemudian rekod semula.</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Sejarah</translation>
  </message>
  <message numerus="yes">
   <source>%n entries</source>
   <translation><numerusform>%n catatan</numerusform></translation>
  </message>
  <message>
   <source>%1 was written twice at the same time.</source>
   <translation>%1 ditulis dua kali serentak.</translation>
  </message>
  <message>
   <source>%1. The last one shows; correct the record to decide. Both stay in the history.</source>
   <translation>%1. Yang terakhir dipaparkan; betulkan rekod untuk memutuskan. Kedua-duanya kekal dalam sejarah.</translation>
  </message>
  <message>
   <source>Correct…</source>
   <translation>Betulkan…</translation>
  </message>
  <message>
   <source>Restore the record first.</source>
   <translation>Pulihkan rekod ini dahulu.</translation>
  </message>
  <message>
   <source>Restore…</source>
   <translation>Pulihkan…</translation>
  </message>
  <message>
   <source>Withdraw…</source>
   <translation>Tarik balik…</translation>
  </message>
  <message>
   <source>Copy the reference number</source>
   <translation>Salin nombor rujukan</translation>
  </message>
  <message>
   <source>Back to the list (Esc)</source>
   <translation>Kembali ke senarai (Esc)</translation>
  </message>
 </context>
 <context>
  <name>RecordsPage</name>
  <message>
   <source>Records</source>
   <translation>Rekod</translation>
  </message>
  <message>
   <source>All visits and matters of the office</source>
   <translation>Semua kunjungan dan urusan pejabat</translation>
  </message>
  <message>
   <source>Choose</source>
   <translation>Pilih</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Buka</translation>
  </message>
  <message>
   <source>Correct</source>
   <translation>Betulkan</translation>
  </message>
  <message>
   <source>Finding</source>
   <translation>Mencari</translation>
  </message>
  <message>
   <source>F3 goes to the search: names, details, telephone, the last four digits of a document, a reference number or its last five characters. Filters add up.</source>
   <translation>F3 pergi ke carian: nama, butiran, telefon, empat angka terakhir dokumen, nombor rujukan atau lima aksara terakhirnya. Tapisan boleh digabung.</translation>
  </message>
  <message>
   <source>Correcting</source>
   <translation>Membetulkan</translation>
  </message>
  <message>
   <source>Nothing is deleted: a correction or withdrawal keeps what was there, who changed it and why. Showing a document is written down.</source>
   <translation>Tiada yang dipadam: pembetulan atau tarik balik menyimpan apa yang ada dahulu, siapa yang mengubah dan sebabnya. Menunjukkan dokumen dicatat.</translation>
  </message>
  <message numerus="yes">
   <source>%n of the immediate route is counted, not listed.</source>
   <translation><numerusform>%n daripada laluan segera dikira, tidak disenaraikan.</numerusform></translation>
  </message>
  <message>
   <source>Your role sees records masked.</source>
   <translation>Peranan anda melihat rekod secara bertopeng.</translation>
  </message>
 </context>
 <context>
  <name>ReportActs</name>
  <message>
   <source>Folder for the package</source>
   <translation>Folder untuk pakej</translation>
  </message>
  <message numerus="yes">
   <source>Made: %1, version %2, %n files.</source>
   <translation><numerusform>Dibuat: %1, versi %2, %n fail.</numerusform></translation>
  </message>
  <message>
   <source>A package with names</source>
   <translation>Pakej bernama</translation>
  </message>
  <message>
   <source>Names, telephones and addresses will stand in the files; they are marked TERHAD at least. Who made it, when and why is written down.</source>
   <translation>Nama, telefon dan alamat akan tertulis dalam fail; fail ditanda sekurang-kurangnya TERHAD. Siapa membuatnya, bila dan sebabnya dicatat.</translation>
  </message>
  <message>
   <source>Make it with names</source>
   <translation>Buat pakej bernama</translation>
  </message>
  <message>
   <source>Change the security mark</source>
   <translation>Tukar tanda keselamatan</translation>
  </message>
  <message>
   <source>The mark stands on every page of the report.</source>
   <translation>Tanda ini tercetak pada setiap muka surat laporan.</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Tukar</translation>
  </message>
  <message>
   <source>The printer took nothing. Check that it is on, or choose another one.</source>
   <translation>Pencetak tidak menerima apa-apa. Semak pencetak itu hidup, atau pilih yang lain.</translation>
  </message>
 </context>
 <context>
  <name>ReportLayout</name>
  <message>
   <source>Session</source>
   <translation>Sesi</translation>
  </message>
  <message>
   <source>No session is planned. A report belongs to a session.</source>
   <translation>Tiada sesi dirancang. Setiap laporan milik satu sesi.</translation>
  </message>
  <message>
   <source>Plan a session</source>
   <translation>Rancang sesi</translation>
  </message>
  <message>
   <source>Missing %1</source>
   <translation>Kurang %1</translation>
  </message>
  <message>
   <source>Preview</source>
   <translation>Pratonton</translation>
  </message>
  <message>
   <source>Package</source>
   <translation>Pakej</translation>
  </message>
  <message>
   <source>Part of the page</source>
   <translation>Bahagian halaman</translation>
  </message>
  <message>
   <source>Versions and package</source>
   <translation>Versi dan pakej</translation>
  </message>
 </context>
 <context>
  <name>ReportPage</name>
  <message>
   <source>Report</source>
   <translation>Laporan</translation>
  </message>
  <message>
   <source>Make the package</source>
   <translation>Buat pakej</translation>
  </message>
  <message>
   <source>The report of a session</source>
   <translation>Laporan sesi</translation>
  </message>
  <message>
   <source>Nothing is missing: the package is final.</source>
   <translation>Tiada yang kurang: pakej ini muktamad.</translation>
  </message>
  <message>
   <source>%1, version %2</source>
   <translation>%1, versi %2</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Cetak</translation>
  </message>
  <message>
   <source>Next page</source>
   <translation>Muka surat berikutnya</translation>
  </message>
  <message>
   <source>Read from left to right: is it complete, does it look right, send it. What is missing warns and never stops you; while something is missing the package is a draft.</source>
   <translation>Baca dari kiri ke kanan: lengkapkah, elokkah, hantar. Yang kurang diberi amaran dan tidak menghalang; selagi ada yang kurang, pakej ialah deraf.</translation>
  </message>
  <message>
   <source>Sending</source>
   <translation>Penghantaran</translation>
  </message>
  <message>
   <source>The form is due within 7 calendar days of the last day (F.4.2). Enter when it was sent and what shows it; late sending needs a reason.</source>
   <translation>Borang perlu dihantar dalam 7 hari kalendar selepas hari terakhir (F.4.2). Catat bila ia dihantar dan buktinya; penghantaran lewat perlu sebab.</translation>
  </message>
 </context>
 <context>
  <name>ReportWords</name>
  <message>
   <source>Called off: no report is due</source>
   <translation>Dibatalkan: laporan tidak perlu</translation>
  </message>
  <message>
   <source>Sent %1</source>
   <translation>Dihantar %1</translation>
  </message>
  <message numerus="yes">
   <source>LATE %n days</source>
   <translation><numerusform>LEWAT %n hari</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n days left</source>
   <translation><numerusform>%n hari lagi</numerusform></translation>
  </message>
  <message>
   <source>Due today</source>
   <translation>Hari terakhir hari ini</translation>
  </message>
  <message>
   <source>Version %1</source>
   <translation>Versi %1</translation>
  </message>
  <message>
   <source>Now</source>
   <translation>Sekarang</translation>
  </message>
  <message>
   <source>check code %1</source>
   <translation>kod semakan %1</translation>
  </message>
  <message>
   <source>Plan</source>
   <translation>Pelan</translation>
  </message>
  <message>
   <source>Record</source>
   <translation>Rekod</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Buka</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Semak</translation>
  </message>
  <message>
   <source>Reason: %1</source>
   <translation>Sebab: %1</translation>
  </message>
  <message>
   <source>The session was called off; no report is due.</source>
   <translation>Sesi ini dibatalkan; laporan tidak perlu dihantar.</translation>
  </message>
  <message>
   <source>The session has no date yet.</source>
   <translation>Sesi ini belum bertarikh.</translation>
  </message>
  <message numerus="yes">
   <source>Not sent yet: LATE %n days. It was due on %1.</source>
   <translation><numerusform>Belum dihantar: LEWAT %n hari. Tarikh akhir %1.</numerusform></translation>
  </message>
  <message>
   <source>Not sent yet. Due on %1, 7 calendar days after the last day.</source>
   <translation>Belum dihantar. Tarikh akhir %1, 7 hari kalendar selepas hari terakhir.</translation>
  </message>
  <message>
   <source>Sent on %1, in time.</source>
   <translation>Dihantar pada %1, dalam tempoh.</translation>
  </message>
  <message numerus="yes">
   <source>Sent on %1, LATE %n days.</source>
   <translation><numerusform>Dihantar pada %1, LEWAT %n hari.</numerusform></translation>
  </message>
  <message>
   <source>Proof: %1</source>
   <translation>Bukti: %1</translation>
  </message>
  <message>
   <source>%1 clients · %2 matters</source>
   <translation>%1 pelanggan · %2 urusan</translation>
  </message>
 </context>
 <context>
  <name>RestorePage</name>
  <message>
   <source>Back</source>
   <translation>Kembali</translation>
  </message>
  <message>
   <source>Restoring…</source>
   <translation>Memulihkan…</translation>
  </message>
  <message>
   <source>Opening…</source>
   <translation>Membuka…</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Pulihkan</translation>
  </message>
  <message>
   <source>Open the office</source>
   <translation>Buka pejabat</translation>
  </message>
  <message>
   <source>Unpacking, then checking every page…</source>
   <translation>Membuka bungkusan, kemudian menyemak setiap halaman…</translation>
  </message>
  <message>
   <source>Choose a file and type what opens it</source>
   <translation>Pilih fail dan taip apa yang membukanya</translation>
  </message>
  <message>
   <source>Choose the backup file</source>
   <translation>Pilih fail sandaran</translation>
  </message>
 </context>
 <context>
  <name>RestoreStep</name>
  <message>
   <source>Choose the backup file…</source>
   <translation>Pilih fail sandaran…</translation>
  </message>
  <message>
   <source>Another file…</source>
   <translation>Fail lain…</translation>
  </message>
  <message>
   <source>Recovery code</source>
   <translation>Kod pemulihan</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Kata laluan</translation>
  </message>
  <message>
   <source>&amp;Recovery code, as printed at set-up</source>
   <translation>Kod pe&amp;mulihan, seperti dicetak semasa persediaan</translation>
  </message>
  <message>
   <source>&amp;Officer</source>
   <translation>&amp;Pegawai</translation>
  </message>
  <message>
   <source>&amp;Password of that time</source>
   <translation>&amp;Kata laluan ketika itu</translation>
  </message>
  <message>
   <source>&amp;Why this folder all the same</source>
   <translation>Me&amp;ngapa folder ini juga</translation>
  </message>
  <message>
   <source>Show what is typed</source>
   <translation>Tunjukkan apa yang ditaip</translation>
  </message>
  <message>
   <source>It will lie in %1</source>
   <translation>Pejabat akan disimpan di %1</translation>
  </message>
  <message>
   <source>The office is restored</source>
   <translation>Pejabat sudah dipulihkan</translation>
  </message>
  <message>
   <source>Read what may be missing, then open it.</source>
   <translation>Baca apa yang mungkin hilang, kemudian buka pejabat.</translation>
  </message>
  <message>
   <source>Restore from a backup</source>
   <translation>Pulihkan daripada sandaran</translation>
  </message>
  <message>
   <source>The file's name ends in .hbpbackup; it may lie on a USB drive. Nothing in it is changed.</source>
   <translation>Nama fail berakhir dengan .hbpbackup; ia boleh berada pada pemacu USB. Tiada apa di dalamnya diubah.</translation>
  </message>
  <message numerus="yes">
   <source>%n visits</source>
   <translation><numerusform>%n kunjungan</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n entries</source>
   <translation><numerusform>%n entri</numerusform></translation>
  </message>
  <message>
   <source>%1, %2, up to %3. Made %4.</source>
   <translation>%1, %2, hingga %3. Dibuat %4.</translation>
  </message>
 </context>
 <context>
  <name>RestoredPanel</name>
  <message>
   <source>Type the same one twice.</source>
   <translation>Taip kata laluan yang sama dua kali.</translation>
  </message>
  <message>
   <source>Who works on this computer? The old passwords do not open it here.</source>
   <translation>Siapa bekerja di komputer ini? Kata laluan lama tidak membukanya di sini.</translation>
  </message>
  <message>
   <source>&amp;Officer</source>
   <translation>&amp;Pegawai</translation>
  </message>
  <message>
   <source>New &amp;password</source>
   <translation>Kata laluan &amp;baharu</translation>
  </message>
  <message>
   <source>Password &amp;again</source>
   <translation>Kata laluan sekali &amp;lagi</translation>
  </message>
  <message>
   <source>Show what is typed</source>
   <translation>Tunjukkan apa yang ditaip</translation>
  </message>
  <message numerus="yes">
   <source>%n entries, every page checked</source>
   <translation><numerusform>%n entri, setiap halaman disemak</numerusform></translation>
  </message>
  <message>
   <source>Everything up to %1.</source>
   <translation>Semuanya hingga %1.</translation>
  </message>
  <message>
   <source>A new chain was begun, so no reference number repeats.</source>
   <translation>Rantaian baharu dimulakan, jadi tiada nombor rujukan berulang.</translation>
  </message>
  <message>
   <source>This computer writes under a key of its own. Revoke the old one if it is lost.</source>
   <translation>Komputer ini menulis dengan kuncinya sendiri. Batalkan yang lama jika ia hilang.</translation>
  </message>
  <message>
   <source>The old computer's key is still in use: do not use that computer any more.</source>
   <translation>Kunci komputer lama masih digunakan: jangan guna komputer itu lagi.</translation>
  </message>
  <message>
   <source>An officer removed after the backup has a way in here until removed again.</source>
   <translation>Pegawai yang dikeluarkan selepas sandaran ini masih ada cara masuk di sini hingga dikeluarkan semula.</translation>
  </message>
  <message numerus="yes">
   <source>%n attachments were not beside the copy; the lists still name them.</source>
   <translation><numerusform>%n lampiran tiada di sebelah salinan; senarai masih menyebutnya.</numerusform></translation>
  </message>
  <message>
   <source>Exchange with the other laptops: what they hold comes back.</source>
   <translation>Tukar data dengan komputer lain: apa yang dipegang di sana akan kembali.</translation>
  </message>
 </context>
 <context>
  <name>SealedPanel</name>
  <message>
   <source>Open; it is written down</source>
   <translation>Buka; ini dicatat</translation>
  </message>
  <message>
   <source>Seal anew for those who lead now</source>
   <translation>Meterai semula untuk ketua sekarang</translation>
  </message>
  <message>
   <source>Enter the immediate action…</source>
   <translation>Catat tindakan serta-merta…</translation>
  </message>
  <message>
   <source>Kept from view: %1.</source>
   <translation>Disembunyikan: %1.</translation>
  </message>
  <message>
   <source>Sealed matter: %1.</source>
   <translation>Urusan termeterai: %1.</translation>
  </message>
  <message>
   <source>Opened for you, and written down. It closes when you look at another record.</source>
   <translation>Dibuka untuk anda, dan dicatat. Ia tertutup apabila anda melihat rekod lain.</translation>
  </message>
  <message>
   <source>It is counted and not shown here. A head or team leader may know more.</source>
   <translation>Ia dikira tetapi tidak ditunjukkan di sini. Tanya ketua pejabat atau ketua pasukan.</translation>
  </message>
  <message>
   <source>By role only: names and text lie in the office's file, because the state's integrity key was not installed when it was recorded.</source>
   <translation>Mengikut peranan sahaja: nama dan teks ada dalam fail pejabat, kerana kunci integriti negeri belum dipasang semasa ia direkodkan.</translation>
  </message>
  <message>
   <source>Only the state's integrity unit can open it; nobody at this office can. Call them with the reference number.</source>
   <translation>Hanya Unit Integriti negeri dapat membukanya; tiada sesiapa di pejabat ini. Hubungi unit itu dengan nombor rujukannya.</translation>
  </message>
  <message>
   <source>It opens for those it was sealed to. If you are not one, ask one to seal it anew.</source>
   <translation>Ia dapat dibuka oleh orang yang dimeterai untuknya. Jika anda bukan salah seorang, minta seorang daripada mereka memeterai semula.</translation>
  </message>
 </context>
 <context>
  <name>SealingSection</name>
  <message>
   <source>Complaints about officers, and children's safety</source>
   <translation>Aduan terhadap pegawai, dan keselamatan kanak-kanak</translation>
  </message>
  <message>
   <source>The state's integrity key</source>
   <translation>Kunci integriti negeri</translation>
  </message>
  <message>
   <source>A complaint about an officer goes to the state's integrity unit alone. With its key installed, client, text and names are sealed the moment they are saved: nobody here can open them, not with the office's own key either. Reports count them and describe nothing.</source>
   <translation>Aduan terhadap pegawai disalurkan kepada Unit Integriti negeri sahaja. Apabila kuncinya dipasang, pelanggan, teks dan nama dimeterai sebaik disimpan: tiada sesiapa di sini dapat membukanya, termasuk dengan kunci pejabat sendiri. Laporan hanya mengiranya, tidak menghuraikannya.</translation>
  </message>
  <message>
   <source>Take the key away…</source>
   <translation>Buang kunci…</translation>
  </message>
  <message>
   <source>Children's safety</source>
   <translation>Keselamatan kanak-kanak</translation>
  </message>
  <message>
   <source>Child-safety matters are sealed at this office</source>
   <translation>Urusan keselamatan kanak-kanak dimeterai di pejabat ini</translation>
  </message>
  <message>
   <source>They open for the state and for up to three keys of those who lead, never for the officer complained about. It holds from now on: what was recorded before stays as it is.</source>
   <translation>Dapat dibuka oleh negeri dan paling banyak tiga kunci ketua, tidak sekali-kali oleh pegawai yang diadukan. Ini berkuat kuasa mulai sekarang: rekod terdahulu kekal seperti sedia ada.</translation>
  </message>
  <message>
   <source>the state's integrity unit</source>
   <translation>Unit Integriti negeri</translation>
  </message>
  <message>
   <source>Installed: %1.</source>
   <translation>Dipasang: %1.</translation>
  </message>
  <message>
   <source>The key ends in %1. Compare it with the integrity unit by telephone.</source>
   <translation>Kunci ini berakhir dengan %1. Bandingkan dengan Unit Integriti melalui telefon.</translation>
  </message>
  <message>
   <source>Such matters are kept from view by role only; names and text still lie in the office's file for anyone with its key. Ask the integrity unit for its key file.</source>
   <translation>Urusan begini disembunyikan mengikut peranan sahaja; nama dan teks masih ada dalam fail pejabat bagi sesiapa yang memegang kuncinya. Minta fail kunci daripada Unit Integriti.</translation>
  </message>
  <message>
   <source>Not installed yet.</source>
   <translation>Belum dipasang.</translation>
  </message>
  <message>
   <source>Replace from a file…</source>
   <translation>Ganti daripada fail…</translation>
  </message>
  <message>
   <source>Install from a file…</source>
   <translation>Pasang daripada fail…</translation>
  </message>
  <message>
   <source>An administrator does this.</source>
   <translation>Pentadbir yang membuat ini.</translation>
  </message>
  <message>
   <source>The integrity unit's key file</source>
   <translation>Fail kunci Unit Integriti</translation>
  </message>
  <message>
   <source>Key files (*.pub *.txt *.key)</source>
   <translation>Fail kunci (*.pub *.txt *.key)</translation>
  </message>
  <message>
   <source>Take the state's key away?</source>
   <translation>Buang kunci negeri?</translation>
  </message>
  <message>
   <source>What is sealed stays sealed. New complaints are then kept from view by role only.</source>
   <translation>Yang sudah dimeterai kekal termeterai. Aduan baharu kemudian disembunyikan mengikut peranan sahaja.</translation>
  </message>
  <message>
   <source>Take it away</source>
   <translation>Buang</translation>
  </message>
 </context>
 <context>
  <name>SeatSheet</name>
  <message>
   <source>Where you sit</source>
   <translation>Tempat anda bertugas</translation>
  </message>
  <message>
   <source>&amp;Session</source>
   <translation>&amp;Sesi</translation>
  </message>
  <message>
   <source>&amp;Day and place</source>
   <translation>&amp;Hari dan tempat</translation>
  </message>
  <message>
   <source>&amp;Counter</source>
   <translation>&amp;Kaunter</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Batal</translation>
  </message>
  <message>
   <source>Sit here</source>
   <translation>Bertugas di sini</translation>
  </message>
 </context>
 <context>
  <name>Sections</name>
  <message>
   <source>Window</source>
   <translation>Tetingkap</translation>
  </message>
  <message>
   <source>Office</source>
   <translation>Pejabat</translation>
  </message>
  <message>
   <source>Officers</source>
   <translation>Pegawai</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Kunci</translation>
  </message>
  <message>
   <source>Computers</source>
   <translation>Komputer</translation>
  </message>
  <message>
   <source>Backups</source>
   <translation>Sandaran</translation>
  </message>
  <message>
   <source>Sealed matters</source>
   <translation>Urusan termeterai</translation>
  </message>
  <message>
   <source>Proof</source>
   <translation>Bukti</translation>
  </message>
 </context>
 <context>
  <name>SentPanel</name>
  <message>
   <source>Form sent</source>
   <translation>Borang dihantar</translation>
  </message>
  <message>
   <source>Form sent…</source>
   <translation>Borang dihantar…</translation>
  </message>
 </context>
 <context>
  <name>SentSheet</name>
  <message>
   <source>The form was sent</source>
   <translation>Borang sudah dihantar</translation>
  </message>
  <message>
   <source>&amp;Date sent</source>
   <translation>&amp;Tarikh dihantar</translation>
  </message>
  <message>
   <source>receipt number or file of the e-mail</source>
   <translation>nombor terimaan atau fail e-mel</translation>
  </message>
  <message>
   <source>&amp;Proof</source>
   <translation>&amp;Bukti</translation>
  </message>
  <message>
   <source>only when late</source>
   <translation>hanya jika lewat</translation>
  </message>
  <message>
   <source>&amp;Reason for being late</source>
   <translation>&amp;Sebab lewat</translation>
  </message>
  <message>
   <source>The first date stays, whatever is sent again later (F.4.2).</source>
   <translation>Tarikh pertama kekal, walaupun dihantar semula kemudian (F.4.2).</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Batal</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Catat</translation>
  </message>
 </context>
 <context>
  <name>SessionCard</name>
  <message>
   <source>Open counter</source>
   <translation>Buka kaunter</translation>
  </message>
  <message>
   <source>Plan a session</source>
   <translation>Rancang sesi</translation>
  </message>
  <message>
   <source>No session is planned. The circular suggests %1 a year for each state (F.3); %2 held this year.</source>
   <translation>Tiada sesi dirancang. Pekeliling mencadangkan %1 setahun bagi setiap negeri (F.3); %2 sudah diadakan tahun ini.</translation>
  </message>
  <message>
   <source>Under way</source>
   <translation>Sedang berlangsung</translation>
  </message>
  <message>
   <source>Starts today</source>
   <translation>Bermula hari ini</translation>
  </message>
  <message>
   <source>Next session</source>
   <translation>Sesi seterusnya</translation>
  </message>
  <message>
   <source>Hours are over</source>
   <translation>Waktu sudah tamat</translation>
  </message>
  <message>
   <source>Existing platform</source>
   <translation>Kaedah sedia ada</translation>
  </message>
  <message>
   <source>Department programme</source>
   <translation>Program jabatan</translation>
  </message>
  <message>
   <source>Online</source>
   <translation>Atas talian</translation>
  </message>
  <message>
   <source>%1 left</source>
   <translation>tinggal %1</translation>
  </message>
  <message>
   <source>in %1</source>
   <translation>dalam %1</translation>
  </message>
  <message>
   <source>HBP No. %1</source>
   <translation>HBP Bil. %1</translation>
  </message>
  <message>
   <source>day %1 of %2</source>
   <translation>hari %1 daripada %2</translation>
  </message>
  <message>
   <source>Hours of the session: %1 per cent are over</source>
   <translation>Waktu sesi: %1 peratus sudah berlalu</translation>
  </message>
 </context>
 <context>
  <name>SessionsCard</name>
  <message>
   <source>Sessions</source>
   <translation>Sesi</translation>
  </message>
  <message>
   <source>Sessions of the office</source>
   <translation>Sesi pejabat ini</translation>
  </message>
  <message>
   <source>No session in this year.</source>
   <translation>Tiada sesi pada tahun ini.</translation>
  </message>
  <message>
   <source>Nothing of this office has come to the state office. Ask it to enrol, or to exchange once.</source>
   <translation>Tiada apa-apa daripada pejabat ini sampai ke pejabat negeri. Minta pejabat itu mendaftar, atau bersegerak sekali.</translation>
  </message>
  <message>
   <source>Records</source>
   <translation>Rekod</translation>
  </message>
  <message>
   <source>Session</source>
   <translation>Sesi</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Laporan</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Tarikh</translation>
  </message>
  <message>
   <source>Visits</source>
   <translation>Kunjungan</translation>
  </message>
  <message>
   <source>Matters</source>
   <translation>Urusan</translation>
  </message>
  <message numerus="yes">
   <source>%n complaints past their clock</source>
   <translation><numerusform>%n aduan melepasi tempoh</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n late</source>
   <translation><numerusform>%n lewat</numerusform></translation>
  </message>
  <message>
   <source>Called off</source>
   <translation>Dibatalkan</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>Dihantar</translation>
  </message>
  <message>
   <source>Final</source>
   <translation>Muktamad</translation>
  </message>
  <message numerus="yes">
   <source>LATE %n days</source>
   <translation><numerusform>LEWAT %n hari</numerusform></translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Perlu dihantar</translation>
  </message>
  <message>
   <source>Coming</source>
   <translation>Akan datang</translation>
  </message>
  <message>
   <source>Sent late</source>
   <translation>Dihantar lewat</translation>
  </message>
 </context>
 <context>
  <name>SessionsPage</name>
  <message>
   <source>Sessions</source>
   <translation>Sesi</translation>
  </message>
  <message>
   <source>Import a register</source>
   <translation>Import daftar</translation>
  </message>
  <message>
   <source>Year plan and preparation</source>
   <translation>Pelan tahunan dan persediaan</translation>
  </message>
  <message>
   <source>New session</source>
   <translation>Sesi baharu</translation>
  </message>
  <message>
   <source>Planning a session</source>
   <translation>Merancang sesi</translation>
  </message>
  <message>
   <source>You can read the plans here.</source>
   <translation>Anda boleh membaca rancangan di sini.</translation>
  </message>
  <message>
   <source>Part of the page</source>
   <translation>Bahagian halaman</translation>
  </message>
  <message>
   <source>kept at %1. Nothing of it is lost.</source>
   <translation>disimpan pada %1. Tiada yang hilang.</translation>
  </message>
  <message>
   <source>A plan was not set yet: %1,</source>
   <translation>Ada pelan yang belum ditetapkan: %1,</translation>
  </message>
  <message>
   <source>Go on with it</source>
   <translation>Sambung</translation>
  </message>
  <message>
   <source>Plan</source>
   <translation>Pelan</translation>
  </message>
  <message>
   <source>Session</source>
   <translation>Sesi</translation>
  </message>
  <message>
   <source>Guideline %1</source>
   <translation>Garis panduan %1</translation>
  </message>
  <message>
   <source>Find</source>
   <translation>Cari</translation>
  </message>
  <message>
   <source>Set</source>
   <translation>Tetapkan</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Kembali</translation>
  </message>
  <message>
   <source>What you type is kept every second as a draft. Ctrl+Enter sets the session. What the circular suggests stands at the right with its clause; it never blocks.</source>
   <translation>Yang anda taip disimpan setiap saat sebagai deraf. Ctrl+Enter menetapkan sesi. Cadangan pekeliling ada di kanan dengan perenggannya; ia tidak menghalang.</translation>
  </message>
  <message>
   <source>Changing a session</source>
   <translation>Meminda sesi</translation>
  </message>
  <message>
   <source>A session that was set can be changed with a reason. Reference numbers already given stay; deadlines are reckoned anew.</source>
   <translation>Sesi yang sudah ditetapkan boleh dipinda dengan sebab. Nombor rujukan yang sudah diberi kekal; tarikh akhir dikira semula.</translation>
  </message>
 </context>
 <context>
  <name>SettingsPage</name>
  <message>
   <source>Settings</source>
   <translation>Tetapan</translation>
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
  <name>SignOffPanel</name>
  <message>
   <source>Sign-off</source>
   <translation>Pengesahan</translation>
  </message>
  <message>
   <source>each with their own password</source>
   <translation>kata laluan masing-masing</translation>
  </message>
  <message>
   <source>Sign: %1…</source>
   <translation>Tandatangan: %1…</translation>
  </message>
  <message>
   <source>Withdraw “%1”…</source>
   <translation>Tarik balik “%1”…</translation>
  </message>
 </context>
 <context>
  <name>SignOffWords</name>
  <message>
   <source>Version %1 was signed (%2); records have changed since, so version %3 is not.</source>
   <translation>Versi %1 telah ditandatangani (%2); rekod berubah selepas itu, jadi versi %3 belum.</translation>
  </message>
  <message>
   <source>Nobody who can open this laptop may sign “%1”. Give that officer a way in: Settings, Keys.</source>
   <translation>Tiada orang yang boleh membuka komputer ini berhak menandatangani “%1”. Beri pegawai itu jalan masuk: Tetapan, Kunci.</translation>
  </message>
  <message>
   <source>You sign version %1 (%2), check code %3, as it is shown. A change afterwards needs a new signature.</source>
   <translation>Anda menandatangani versi %1 (%2), kod semak %3, seperti yang ditunjukkan. Perubahan selepas ini perlukan tandatangan baharu.</translation>
  </message>
  <message>
   <source>waiting</source>
   <translation>menunggu</translation>
  </message>
  <message>
   <source>later</source>
   <translation>kemudian</translation>
  </message>
  <message>
   <source>%1 (acting)</source>
   <translation>%1 (memangku)</translation>
  </message>
  <message>
   <source>does not hold</source>
   <translation>tidak sepadan</translation>
  </message>
  <message>
   <source>The key waits for an administrator to confirm it: Settings, Keys.</source>
   <translation>Kunci menunggu pengesahan pentadbir: Tetapan, Kunci.</translation>
  </message>
  <message>
   <source>key to be confirmed</source>
   <translation>kunci belum disahkan</translation>
  </message>
  <message numerus="yes">
   <source>%n officers</source>
   <translation><numerusform>%n pegawai</numerusform></translation>
  </message>
 </context>
 <context>
  <name>SignSheet</name>
  <message>
   <source>Sign: %1</source>
   <translation>Tandatangan: %1</translation>
  </message>
  <message>
   <source>Type the password of who signs.</source>
   <translation>Taip kata laluan orang yang menandatangani.</translation>
  </message>
  <message>
   <source>&amp;Who signs</source>
   <translation>Siapa &amp;menandatangani</translation>
  </message>
  <message>
   <source>Their own &amp;password</source>
   <translation>Kata &amp;laluannya sendiri</translation>
  </message>
  <message>
   <source>Show the password</source>
   <translation>Tunjuk kata laluan</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Batal</translation>
  </message>
  <message>
   <source>Sign</source>
   <translation>Tandatangan</translation>
  </message>
 </context>
 <context>
  <name>SigningActs</name>
  <message>
   <source>Withdraw the signature: %1</source>
   <translation>Tarik balik tandatangan: %1</translation>
  </message>
  <message>
   <source>It stays in the history with who withdrew it and why.</source>
   <translation>Ia kekal dalam sejarah bersama siapa yang menariknya dan sebabnya.</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>Tarik balik</translation>
  </message>
  <message>
   <source>Signed by %1</source>
   <translation>Ditandatangani oleh %1</translation>
  </message>
 </context>
 <context>
  <name>SlipSheet</name>
  <message>
   <source>Slip %1</source>
   <translation>Slip %1</translation>
  </message>
  <message>
   <source>Save as PDF…</source>
   <translation>Simpan sebagai PDF…</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>Cetak…</translation>
  </message>
  <message>
   <source>It could not be written there. Choose another folder.</source>
   <translation>Fail itu tidak dapat ditulis di situ. Pilih folder lain.</translation>
  </message>
  <message>
   <source>Saved as %1</source>
   <translation>Disimpan sebagai %1</translation>
  </message>
 </context>
 <context>
  <name>StateCard</name>
  <message>
   <source>State office: %1</source>
   <translation>Pejabat negeri: %1</translation>
  </message>
  <message>
   <source>Try now</source>
   <translation>Cuba sekarang</translation>
  </message>
  <message>
   <source>A round is under way.</source>
   <translation>Pertukaran sedang berjalan.</translation>
  </message>
  <message>
   <source>nothing to send</source>
   <translation>tiada yang perlu dihantar</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Menunggu</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>Dihantar</translation>
  </message>
  <message>
   <source>held there, not yet counted</source>
   <translation>disimpan di sana, belum dikira</translation>
  </message>
  <message>
   <source>State has it</source>
   <translation>Negeri terima</translation>
  </message>
  <message>
   <source>held and counted, with receipt</source>
   <translation>dikira di sana, ada resit</translation>
  </message>
  <message>
   <source>Needs a look</source>
   <translation>Perlu dilihat</translation>
  </message>
  <message>
   <source>held there, does not count</source>
   <translation>disimpan di sana, tidak dikira</translation>
  </message>
  <message numerus="yes">
   <source>%n other entries</source>
   <translation><numerusform>%n catatan lain</numerusform></translation>
  </message>
  <message>
   <source>none on its way</source>
   <translation>tiada dalam perjalanan</translation>
  </message>
  <message>
   <source>nothing refused</source>
   <translation>tiada yang ditolak</translation>
  </message>
  <message numerus="yes">
   <source>%n matters</source>
   <translation><numerusform>%n urusan</numerusform></translation>
  </message>
  <message>
   <source>Taking what is new there</source>
   <translation>Mengambil yang baharu di sana</translation>
  </message>
  <message>
   <source>Sending</source>
   <translation>Menghantar</translation>
  </message>
  <message>
   <source>Comparing what both ends hold</source>
   <translation>Membandingkan simpanan kedua-dua pihak</translation>
  </message>
  <message>
   <source>Sending photos</source>
   <translation>Menghantar gambar</translation>
  </message>
  <message>
   <source>Asking the state office</source>
   <translation>Menghubungi pejabat negeri</translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 daripada %2</translation>
  </message>
  <message>
   <source>Enrol again…</source>
   <translation>Daftar semula…</translation>
  </message>
  <message>
   <source>No contact yet.</source>
   <translation>Belum pernah berhubung.</translation>
  </message>
  <message>
   <source>Last contact %1.</source>
   <translation>Kenalan terakhir %1.</translation>
  </message>
  <message>
   <source>The next try begins by itself in a moment.</source>
   <translation>Cubaan seterusnya bermula sendiri sebentar lagi.</translation>
  </message>
  <message>
   <source>Next try by itself at %1.</source>
   <translation>Cubaan sendiri seterusnya %1.</translation>
  </message>
  <message numerus="yes">
   <source>%n photos wait; they follow after the records.</source>
   <translation><numerusform>%n gambar menunggu; menyusul selepas rekod.</numerusform></translation>
  </message>
 </context>
 <context>
  <name>StatePage</name>
  <message>
   <source>State</source>
   <translation>Negeri</translation>
  </message>
  <message>
   <source>All offices, as last taken from the state office</source>
   <translation>Semua pejabat, seperti kali akhir diambil dari pejabat negeri</translation>
  </message>
  <message>
   <source>Choose</source>
   <translation>Pilih</translation>
  </message>
  <message>
   <source>What is shown</source>
   <translation>Apa yang ditunjukkan</translation>
  </message>
  <message>
   <source>Everything here is a copy on this computer, as last taken from the state office. It works without a connection. What an office did since, or has not sent yet, is not in it.</source>
   <translation>Semua di sini ialah salinan pada komputer ini, seperti kali akhir diambil dari pejabat negeri. Ia berfungsi tanpa sambungan. Apa yang dibuat pejabat selepas itu, atau belum dihantar, tiada di dalamnya.</translation>
  </message>
  <message>
   <source>Laptops, as last heard</source>
   <translation>Komputer riba, seperti kali terakhir didengari</translation>
  </message>
  <message>
   <source>At each exchange a laptop says its version, its newest entry, how much waits, its last backup, its free space; the state office notes how far its clock is off. It is shown with the time it was said, and may be otherwise by now.</source>
   <translation>Setiap kali bertukar, komputer riba menyatakan versinya, catatan terbaharunya, berapa yang menunggu, sandaran terakhirnya dan ruang kosongnya; pejabat negeri mencatat beza jamnya. Semuanya ditunjukkan dengan masa ia dinyatakan, dan mungkin sudah berubah.</translation>
  </message>
  <message>
   <source>Names</source>
   <translation>Nama</translation>
  </message>
  <message>
   <source>Records of other offices are masked. Where the state office granted names until a day, Show uncovers one record; each time is written down. After that day nothing uncovers.</source>
   <translation>Rekod pejabat lain bertopeng. Jika pejabat negeri membenarkan nama hingga satu tarikh, Tunjuk membuka satu rekod; setiap kali dicatat. Selepas tarikh itu tiada yang dibuka.</translation>
  </message>
  <message>
   <source>Reading only</source>
   <translation>Baca sahaja</translation>
  </message>
  <message>
   <source>Records, sessions and reports of other offices are read here and changed there: nothing that is written on this computer reaches another office's records.</source>
   <translation>Rekod, sesi dan laporan pejabat lain dibaca di sini dan diubah di sana: apa yang ditulis pada komputer ini tidak sampai ke rekod pejabat lain.</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Seterusnya</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Buka</translation>
  </message>
  <message>
   <source>Read again</source>
   <translation>Baca semula</translation>
  </message>
 </context>
 <context>
  <name>StepsCard</name>
  <message>
   <source>How a computer is enrolled</source>
   <translation>Cara komputer didaftarkan</translation>
  </message>
  <message>
   <source>Ask the state office for its address and a one-time code for this office.</source>
   <translation>Minta alamat dan kod sekali guna untuk pejabat ini daripada pejabat negeri.</translation>
  </message>
  <message>
   <source>An administrator, or who has the recovery code, types both here.</source>
   <translation>Pentadbir, atau pemegang kod pemulihan, menaip kedua-duanya di sini.</translation>
  </message>
  <message>
   <source>Compare six words with the state office by telephone; they confirm.</source>
   <translation>Bandingkan enam kata dengan pejabat negeri melalui telefon; mereka mengesahkan.</translation>
  </message>
  <message>
   <source>From then on records go by themselves. Until then nothing is lost: all is kept here.</source>
   <translation>Selepas itu rekod dihantar sendiri. Sebelum itu tiada yang hilang: semuanya disimpan di sini.</translation>
  </message>
 </context>
 <context>
  <name>StickyBar</name>
  <message>
   <source>stay until changed</source>
   <translation>kekal hingga ditukar</translation>
  </message>
  <message>
   <source>Parked</source>
   <translation>Ditangguh</translation>
  </message>
  <message>
   <source>Change session, place, counter (F4)</source>
   <translation>Tukar sesi, tempat, kaunter (F4)</translation>
  </message>
  <message>
   <source>Take back parked draft %1 (Ctrl+F6, then %2)</source>
   <translation>Ambil semula deraf %1 (Ctrl+F6, kemudian %2)</translation>
  </message>
 </context>
 <context>
  <name>StuckPanel</name>
  <message>
   <source>What to do now</source>
   <translation>Apa yang perlu dibuat</translation>
  </message>
  <message>
   <source>Save now</source>
   <translation>Simpan sekarang</translation>
  </message>
  <message>
   <source>About 20 MB are enough: empty the bin, or move large files to a USB drive.</source>
   <translation>Kira-kira 20 MB memadai: kosongkan tong kitar semula, atau pindahkan fail besar ke pemacu USB.</translation>
  </message>
  <message>
   <source>Make some room</source>
   <translation>Kosongkan sedikit ruang</translation>
  </message>
  <message>
   <source>The program tries by itself every 10 seconds; there is no need to start it again.</source>
   <translation>Program juga mencuba sendiri setiap 10 saat; tidak perlu dimulakan semula.</translation>
  </message>
  <message>
   <source>Save again</source>
   <translation>Cuba simpan semula</translation>
  </message>
  <message numerus="yes">
   <source>%n client(s) of today are saved and safe.</source>
   <translation><numerusform>%n pelanggan hari ini sudah disimpan dengan selamat.</numerusform></translation>
  </message>
  <message>
   <source>What you typed stays on the screen.</source>
   <translation>Apa yang anda taip kekal di skrin.</translation>
  </message>
  <message>
   <source>Meanwhile</source>
   <translation>Sementara itu</translation>
  </message>
  <message>
   <source>Help code</source>
   <translation>Kod bantuan</translation>
  </message>
 </context>
 <context>
  <name>SyncPage</name>
  <message>
   <source>Exchange</source>
   <translation>Segerak</translation>
  </message>
  <message>
   <source>With the state office</source>
   <translation>Dengan pejabat negeri</translation>
  </message>
  <message>
   <source>Try now</source>
   <translation>Cuba sekarang</translation>
  </message>
  <message>
   <source>Enrol</source>
   <translation>Daftar</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Seterusnya</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Buka</translation>
  </message>
  <message>
   <source>What happens by itself</source>
   <translation>Yang berlaku sendiri</translation>
  </message>
  <message>
   <source>Records are saved here first. When there is a connection they go to the state office, a little at a time, and what others of this office recorded comes back. You can go on typing, lock or close the program: what was not sent is sent another time.</source>
   <translation>Rekod disimpan di sini dahulu. Apabila ada talian, rekod dihantar ke pejabat negeri sedikit demi sedikit, dan rekod rakan sepejabat kembali ke sini. Anda boleh terus menaip, mengunci atau menutup program: yang belum dihantar akan dihantar kemudian.</translation>
  </message>
  <message>
   <source>What the four numbers count</source>
   <translation>Yang dikira empat angka itu</translation>
  </message>
  <message>
   <source>Waiting: only on this computer. Sent: the state office holds it and has not counted it yet. State has it: held and counted, proved by a receipt. Needs a look: held, and not counted; the list says why.</source>
   <translation>Menunggu: hanya di komputer ini. Dihantar: pejabat negeri menyimpannya dan belum mengiranya. Negeri terima: disimpan dan dikira, dibuktikan dengan resit. Perlu dilihat: disimpan tetapi tidak dikira; senarai menyatakan sebabnya.</translation>
  </message>
  <message>
   <source>When there is no connection</source>
   <translation>Apabila tiada talian</translation>
  </message>
  <message>
   <source>Nothing has to be done. The program tries again by itself, less often the longer it lasts. F5 tries at once. A page of a Wi-Fi that wants a login first does not count as a connection: open a browser, log in, then try.</source>
   <translation>Tiada apa yang perlu dibuat. Program mencuba lagi sendiri, semakin jarang jika lama. F5 mencuba serta-merta. Halaman Wi-Fi yang meminta log masuk tidak dikira sebagai talian: buka pelayar, log masuk, kemudian cuba.</translation>
  </message>
  <message>
   <source>When the clock is wrong</source>
   <translation>Apabila jam salah</translation>
  </message>
  <message>
   <source>A wrong date makes a safe connection impossible. The page shows the time at the state office: set this computer's clock, then try again. Certificates are never passed over.</source>
   <translation>Tarikh yang salah menghalang sambungan selamat. Halaman menunjukkan waktu di pejabat negeri: tetapkan jam komputer ini, kemudian cuba lagi. Sijil tidak pernah diabaikan.</translation>
  </message>
 </context>
 <context>
  <name>SyncWords</name>
  <message>
   <source>Saved on this computer</source>
   <translation>Disimpan di komputer ini</translation>
  </message>
  <message>
   <source>Not enrolled</source>
   <translation>Belum didaftarkan</translation>
  </message>
  <message>
   <source>Waiting to be confirmed</source>
   <translation>Menunggu pengesahan</translation>
  </message>
  <message>
   <source>Sending</source>
   <translation>Sedang menghantar</translation>
  </message>
  <message>
   <source>No connection</source>
   <translation>Tiada talian</translation>
  </message>
  <message>
   <source>Needs a look</source>
   <translation>Perlu dilihat</translation>
  </message>
  <message>
   <source>Saved here</source>
   <translation>Disimpan di sini</translation>
  </message>
  <message>
   <source>Connected</source>
   <translation>Bersambung</translation>
  </message>
  <message>
   <source>all safe on this computer</source>
   <translation>semuanya selamat di komputer ini</translation>
  </message>
  <message>
   <source>the state office has everything</source>
   <translation>pejabat negeri sudah terima semua</translation>
  </message>
  <message numerus="yes">
   <source>%n matters need a look</source>
   <translation><numerusform>%n urusan perlu dilihat</numerusform></translation>
  </message>
  <message>
   <source>nothing waits to be sent</source>
   <translation>tiada yang menunggu</translation>
  </message>
  <message numerus="yes">
   <source>%n entries waiting</source>
   <translation><numerusform>%n catatan menunggu</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n matters waiting</source>
   <translation><numerusform>%n urusan menunggu</numerusform></translation>
  </message>
  <message>
   <source>about %1</source>
   <translation>kira-kira %1</translation>
  </message>
  <message numerus="yes">
   <source>%n seconds</source>
   <translation><numerusform>%n saat</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n minutes</source>
   <translation><numerusform>%n minit</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n hours</source>
   <translation><numerusform>%n jam</numerusform></translation>
  </message>
  <message>
   <source>sent by itself</source>
   <translation>dihantar sendiri</translation>
  </message>
 </context>
 <context>
  <name>TallyBar</name>
  <message numerus="yes">
   <source>%n counted without details</source>
   <translation><numerusform>%n dikira tanpa butiran</numerusform></translation>
  </message>
  <message>
   <source>Tally</source>
   <translation>Kiraan</translation>
  </message>
  <message>
   <source>code</source>
   <translation>kod</translation>
  </message>
  <message>
   <source>Service of the tally</source>
   <translation>Perkhidmatan bagi kiraan</translation>
  </message>
  <message>
   <source>Count one more (F7)</source>
   <translation>Kira seorang lagi (F7)</translation>
  </message>
  <message>
   <source>Count one more without details (F7)</source>
   <translation>Kira seorang lagi tanpa butiran (F7)</translation>
  </message>
 </context>
 <context>
  <name>TimeWords</name>
  <message numerus="yes">
   <source>%n hours</source>
   <translation><numerusform>%n jam</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n minutes</source>
   <translation><numerusform>%n minit</numerusform></translation>
  </message>
  <message>
   <source>weekend: %1</source>
   <translation>hujung minggu: %1</translation>
  </message>
 </context>
 <context>
  <name>TodayList</name>
  <message>
   <source>Today</source>
   <translation>Hari ini</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Semua</translation>
  </message>
  <message>
   <source>All counters</source>
   <translation>Semua kaunter</translation>
  </message>
  <message>
   <source>Mine</source>
   <translation>Saya</translation>
  </message>
  <message>
   <source>Visits recorded today, newest first</source>
   <translation>Kunjungan yang direkodkan hari ini, terbaharu dahulu</translation>
  </message>
  <message>
   <source>Nothing recorded yet. What you save appears here, with its number.</source>
   <translation>Belum ada rekod. Yang anda simpan muncul di sini bersama nombornya.</translation>
  </message>
  <message>
   <source>No name</source>
   <translation>Tiada nama</translation>
  </message>
  <message>
   <source>Without a name</source>
   <translation>Tanpa nama</translation>
  </message>
  <message>
   <source>urgent</source>
   <translation>segera</translation>
  </message>
 </context>
 <context>
  <name>TodayPage</name>
  <message>
   <source>Today</source>
   <translation>Hari Ini</translation>
  </message>
  <message>
   <source>Find</source>
   <translation>Cari</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Seterusnya</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Buka</translation>
  </message>
  <message>
   <source>What this page shows</source>
   <translation>Apa yang ada di halaman ini</translation>
  </message>
  <message>
   <source>The session of today, what came in, what is due and what needs a look. Every number opens the records behind it.</source>
   <translation>Sesi hari ini, apa yang diterima, tarikh akhir dan apa yang perlu dilihat. Setiap angka membuka rekod di sebaliknya.</translation>
  </message>
  <message>
   <source>Deadlines</source>
   <translation>Tarikh akhir</translation>
  </message>
  <message>
   <source>Complaints are counted in working days of this state, the report in calendar days (F.4.2). The days left out are in the tool tip.</source>
   <translation>Aduan dikira dengan hari bekerja negeri ini, laporan dengan hari kalendar (F.4.2). Hari yang tidak dikira ada dalam petua alat.</translation>
  </message>
 </context>
 <context>
  <name>TotalsCard</name>
  <message>
   <source>of %1 of the state</source>
   <translation>daripada %1 dalam negeri</translation>
  </message>
  <message>
   <source>Offices held</source>
   <translation>Pejabat ada</translation>
  </message>
  <message>
   <source>Sessions</source>
   <translation>Sesi</translation>
  </message>
  <message>
   <source>planned or held</source>
   <translation>dirancang atau diadakan</translation>
  </message>
  <message>
   <source>Reports</source>
   <translation>Laporan</translation>
  </message>
  <message>
   <source>final or sent</source>
   <translation>muktamad atau dihantar</translation>
  </message>
  <message>
   <source>Late reports</source>
   <translation>Laporan lewat</translation>
  </message>
  <message>
   <source>after 7 days</source>
   <translation>selepas 7 hari</translation>
  </message>
  <message>
   <source>Complaints</source>
   <translation>Aduan</translation>
  </message>
  <message>
   <source>past their clock</source>
   <translation>melepasi tempoh</translation>
  </message>
  <message>
   <source>Missing offices</source>
   <translation>Pejabat tiada</translation>
  </message>
  <message>
   <source>nothing held of them</source>
   <translation>tiada apa diterima</translation>
  </message>
  <message>
   <source>never</source>
   <translation>belum pernah</translation>
  </message>
  <message>
   <source>As last taken from the state office: %1. What an office did since, or has not sent, is not in it.</source>
   <translation>Seperti kali akhir diambil dari pejabat negeri: %1. Apa yang dibuat pejabat selepas itu, atau belum dihantar, tiada di sini.</translation>
  </message>
  <message>
   <source>Names until %1</source>
   <translation>Nama hingga %1</translation>
  </message>
  <message>
   <source>Names are masked</source>
   <translation>Nama bertopeng</translation>
  </message>
  <message>
   <source>Year before</source>
   <translation>Tahun sebelum</translation>
  </message>
  <message>
   <source>Year after</source>
   <translation>Tahun selepas</translation>
  </message>
  <message numerus="yes">
   <source>%n counters</source>
   <translation><numerusform>%n kaunter</numerusform></translation>
  </message>
  <message>
   <source>as of %1</source>
   <translation>dikemas kini %1</translation>
  </message>
  <message>
   <source>Totals of today</source>
   <translation>Jumlah hari ini</translation>
  </message>
  <message>
   <source>See the records behind the numbers</source>
   <translation>Lihat rekod di sebalik angka</translation>
  </message>
  <message numerus="yes">
   <source>%n anonymous</source>
   <translation><numerusform>%n tanpa nama</numerusform></translation>
  </message>
  <message>
   <source>people, not records</source>
   <translation>orang, bukan rekod</translation>
  </message>
  <message>
   <source>Clients</source>
   <translation>Pelanggan</translation>
  </message>
  <message numerus="yes">
   <source>%n only counted</source>
   <translation><numerusform>%n dikira sahaja</numerusform></translation>
  </message>
  <message>
   <source>%1 a visit</source>
   <translation>%1 setiap kunjungan</translation>
  </message>
  <message>
   <source>Matters</source>
   <translation>Urusan</translation>
  </message>
  <message>
   <source>queue %1</source>
   <translation>giliran %1</translation>
  </message>
  <message>
   <source>nobody in the queue</source>
   <translation>tiada dalam giliran</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Menunggu</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Pergi</translation>
  </message>
  <message>
   <source>without being served</source>
   <translation>tanpa dilayan</translation>
  </message>
  <message numerus="yes">
   <source>%1, %2 of %n matters</source>
   <translation><numerusform>%1, %2 daripada %n urusan</numerusform></translation>
  </message>
 </context>
 <context>
  <name>TroubleLine</name>
  <message>
   <source>Damaged card</source>
   <translation>Kad rosak</translation>
  </message>
  <message>
   <source>Told by word of mouth</source>
   <translation>Diberitahu lisan</translation>
  </message>
  <message>
   <source>Other reason…</source>
   <translation>Sebab lain…</translation>
  </message>
  <message>
   <source>Why the value is kept, then Enter</source>
   <translation>Sebab dikekalkan, kemudian Enter</translation>
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
 </context>
 <context>
  <name>UnlockRail</name>
  <message>
   <source>Who is at work?</source>
   <translation>Siapa yang bertugas?</translation>
  </message>
  <message>
   <source>Your name is missing? Have the administrator or team leader open and give you a way in.</source>
   <translation>Tiada nama anda? Minta pentadbir atau ketua pasukan membuka dan memberi anda jalan masuk.</translation>
  </message>
 </context>
 <context>
  <name>UrgentPanel</name>
  <message>
   <source>Why it is urgent</source>
   <translation>Mengapa segera</translation>
  </message>
  <message>
   <source>*Ring now:* Talian Kasih *%1* · WhatsApp *%2*</source>
   <translation>*Hubungi sekarang:* Talian Kasih *%1* · WhatsApp *%2*</translation>
  </message>
  <message>
   <source>*Its own route:* the Integrity Unit or SPRM, not the officer's own office</source>
   <translation>*Laluan sendiri:* Unit Integriti atau SPRM, bukan pejabat pegawai itu</translation>
  </message>
  <message>
   <source>suggested; press again if not</source>
   <translation>cadangan; tekan semula jika tidak</translation>
  </message>
 </context>
 <context>
  <name>VersionsPanel</name>
  <message>
   <source>Versions</source>
   <translation>Versi</translation>
  </message>
 </context>
 <context>
  <name>VisitForm</name>
  <message>
   <source>Acknowledge</source>
   <translation>Akuan</translation>
  </message>
  <message>
   <source>Reply</source>
   <translation>Maklum balas</translation>
  </message>
  <message>
   <source>Investigate</source>
   <translation>Siasatan</translation>
  </message>
 </context>
 <context>
  <name>WaitingPage</name>
  <message>
   <source>Taking it in…</source>
   <translation>Sedang diambil masuk…</translation>
  </message>
  <message>
   <source>Open the permission file…</source>
   <translation>Buka fail kebenaran…</translation>
  </message>
  <message>
   <source>Saved. Take the file to an administrator, and compare the six words.</source>
   <translation>Disimpan. Bawa fail itu kepada pentadbir dan bandingkan enam perkataan.</translation>
  </message>
  <message>
   <source>The file could not be written there. Choose another place, such as a USB stick.</source>
   <translation>Fail tidak dapat ditulis di situ. Pilih tempat lain, seperti pemacu USB.</translation>
  </message>
  <message>
   <source>Type the password you chose on this computer first.</source>
   <translation>Taip dahulu kata laluan yang anda pilih di komputer ini.</translation>
  </message>
  <message>
   <source>join-request.hbp</source>
   <translation>permintaan-sertai.hbp</translation>
  </message>
  <message>
   <source>Save the request file</source>
   <translation>Simpan fail permintaan</translation>
  </message>
  <message>
   <source>Open the permission file</source>
   <translation>Buka fail kebenaran</translation>
  </message>
 </context>
 <context>
  <name>WaitingStep</name>
  <message>
   <source>Waiting to be admitted</source>
   <translation>Menunggu kebenaran</translation>
  </message>
  <message>
   <source>This computer is set up and asks to join the office.</source>
   <translation>Komputer ini sudah disediakan dan meminta untuk menyertai pejabat.</translation>
  </message>
  <message>
   <source>These six words are its own.</source>
   <translation>Enam perkataan ini miliknya.</translation>
  </message>
  <message>
   <source>Save the request file and take it to an administrator, by USB stick or e-mail.</source>
   <translation>Simpan fail permintaan dan bawa kepada pentadbir, melalui pemacu USB atau e-mel.</translation>
  </message>
  <message>
   <source>The administrator compares these six words with the ones on that screen, then admits it.</source>
   <translation>Pentadbir membandingkan enam perkataan ini dengan yang di skrinnya, kemudian membenarkan komputer ini.</translation>
  </message>
  <message>
   <source>Bring the permission file back here, type your password, and open the file.</source>
   <translation>Bawa fail kebenaran ke sini, taip kata laluan anda, dan buka fail itu.</translation>
  </message>
  <message>
   <source>Save the request file…</source>
   <translation>Simpan fail permintaan…</translation>
  </message>
  <message>
   <source>Show the six words again</source>
   <translation>Tunjukkan enam perkataan semula</translation>
  </message>
  <message>
   <source>&amp;Password of %1</source>
   <translation>&amp;Kata laluan %1</translation>
  </message>
  <message>
   <source>Show what is typed</source>
   <translation>Tunjukkan yang ditaip</translation>
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
   <source>Preparing the office…</source>
   <translation>Menyediakan pejabat…</translation>
  </message>
  <message>
   <source>Open the office</source>
   <translation>Buka pejabat</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Kembali</translation>
  </message>
  <message>
   <source>Step %1 of %2</source>
   <translation>Langkah %1 daripada %2</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Teruskan</translation>
  </message>
 </context>
 <context>
  <name>WizardRail</name>
  <message>
   <source>About three minutes. No internet connection is needed.</source>
   <translation>Kira-kira tiga minit. Tiada sambungan internet diperlukan.</translation>
  </message>
  <message>
   <source>Office</source>
   <translation>Pejabat</translation>
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
   <source>First set-up</source>
   <translation>Persediaan pertama</translation>
  </message>
  <message>
   <source>First officer</source>
   <translation>Pegawai pertama</translation>
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
   <translation>Sesi tahun ini</translation>
  </message>
  <message numerus="yes">
   <source>%n planned</source>
   <translation><numerusform>%n dirancang</numerusform></translation>
  </message>
  <message>
   <source>%1 of %2</source>
   <translation>%1 daripada %2</translation>
  </message>
 </context>
 <context>
  <name>YearPlan</name>
  <message>
   <source>Target: %1 sessions a year · F.3</source>
   <translation>Sasaran: %1 sesi setahun · F.3</translation>
  </message>
  <message>
   <source>planned %1 of %2</source>
   <translation>dirancang %1 daripada %2</translation>
  </message>
  <message>
   <source>Plan</source>
   <translation>Pelan</translation>
  </message>
  <message>
   <source>Session</source>
   <translation>Sesi</translation>
  </message>
  <message>
   <source>New session</source>
   <translation>Sesi baharu</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>Tahun</translation>
  </message>
  <message>
   <source>Months before</source>
   <translation>Bulan sebelumnya</translation>
  </message>
  <message>
   <source>Months after</source>
   <translation>Bulan berikutnya</translation>
  </message>
  <message>
   <source>No session yet. Copy an earlier one with its team.</source>
   <translation>Belum ada sesi. Salin sesi lalu bersama pasukannya.</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Salin</translation>
  </message>
  <message>
   <source>Without a date</source>
   <translation>Belum bertarikh</translation>
  </message>
  <message>
   <source>First quarter</source>
   <translation>Suku pertama</translation>
  </message>
  <message>
   <source>Second quarter</source>
   <translation>Suku kedua</translation>
  </message>
  <message>
   <source>Third quarter</source>
   <translation>Suku ketiga</translation>
  </message>
  <message>
   <source>Fourth quarter</source>
   <translation>Suku keempat</translation>
  </message>
 </context>
 <context>
  <name>_StartStep</name>
  <message>
   <source>How will this computer be used?</source>
   <translation>Bagaimana komputer ini akan digunakan?</translation>
  </message>
  <message>
   <source>Choose once. No internet connection is needed for any of them.</source>
   <translation>Pilih sekali sahaja. Tiada satu pun memerlukan sambungan internet.</translation>
  </message>
  <message>
   <source>A new office on this computer</source>
   <translation>Pejabat baharu di komputer ini</translation>
  </message>
  <message>
   <source>The first computer of an office. Others join it later.</source>
   <translation>Komputer pertama sesebuah pejabat. Yang lain menyertainya kemudian.</translation>
  </message>
  <message>
   <source>Join an office that exists</source>
   <translation>Sertai pejabat yang sudah ada</translation>
  </message>
  <message>
   <source>A colleague's computer has the office already. An administrator admits this one.</source>
   <translation>Komputer rakan sekerja sudah ada pejabat ini. Pentadbir membenarkan komputer ini.</translation>
  </message>
  <message>
   <source>Restore from a backup</source>
   <translation>Pulihkan daripada sandaran</translation>
  </message>
  <message>
   <source>The computer was replaced or set up anew, and there is a backup file.</source>
   <translation>Komputer diganti atau dipasang semula, dan ada fail sandaran.</translation>
  </message>
 </context>
</TS>
