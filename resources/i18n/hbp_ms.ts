<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ms_MY">
 <context>
  <name>Banners</name>
  <message numerus="yes">
   <source>and %n more</source>
   <translation><numerusform>dan %n lagi</numerusform></translation>
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
  <name>Progress</name>
  <message>
   <source>Cancel</source>
   <translation>Batal</translation>
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
  <name>TypeAhead</name>
  <message>
   <source>Use as typed</source>
   <translation>Guna seperti ditaip</translation>
  </message>
 </context>
</TS>
