<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
 <context>
  <name>ActingForm</name>
 </context>
 <context>
  <name>ActionBar</name>
 </context>
 <context>
  <name>AddForm</name>
 </context>
 <context>
  <name>AdmitSheet</name>
 </context>
 <context>
  <name>ArrivalsCard</name>
  <message numerus="yes">
   <source>From %1: %n visits</source>
   <translation><numerusform>From %1: %n visit</numerusform><numerusform>From %1: %n visits</numerusform></translation>
  </message>
 </context>
 <context>
  <name>AskPanel</name>
 </context>
 <context>
  <name>Attachments</name>
  <message numerus="yes">
   <source>%n pictures attached</source>
   <translation><numerusform>%n picture attached</numerusform><numerusform>%n pictures attached</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation><numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation>
  </message>
 </context>
 <context>
  <name>AuditCard</name>
 </context>
 <context>
  <name>Banners</name>
  <message numerus="yes">
   <source>and %n more</source>
   <translation><numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation>
  </message>
 </context>
 <context>
  <name>BirthLine</name>
 </context>
 <context>
  <name>CheckCard</name>
 </context>
 <context>
  <name>ClientForm</name>
 </context>
 <context>
  <name>ClientHead</name>
 </context>
 <context>
  <name>ClientSearch</name>
 </context>
 <context>
  <name>ClockPanel</name>
  <message numerus="yes">
   <source>%n w. days</source>
   <translation><numerusform>%n w. day</numerusform><numerusform>%n w. days</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>LATE %n days</source>
   <translation><numerusform>LATE %n day</numerusform><numerusform>LATE %n days</numerusform></translation>
  </message>
 </context>
 <context>
  <name>CodeCard</name>
 </context>
 <context>
  <name>CodeForm</name>
 </context>
 <context>
  <name>CodePaper</name>
 </context>
 <context>
  <name>CodeStep</name>
 </context>
 <context>
  <name>CompareCard</name>
 </context>
 <context>
  <name>ComputersCard</name>
  <message numerus="yes">
   <source>and %n more</source>
   <translation><numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n entries in all</source>
   <translation><numerusform>%n entry in all</numerusform><numerusform>%n entries in all</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n entries lie here</source>
   <translation><numerusform>%n entry lies here</numerusform><numerusform>%n entries lie here</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n do not count</source>
   <translation><numerusform>%n does not count</numerusform><numerusform>%n do not count</numerusform></translation>
  </message>
 </context>
 <context>
  <name>ConfirmCard</name>
 </context>
 <context>
  <name>Copies</name>
 </context>
 <context>
  <name>CopiesList</name>
  <message numerus="yes">
   <source>%n visits</source>
   <translation><numerusform>%n visit</numerusform><numerusform>%n visits</numerusform></translation>
  </message>
 </context>
 <context>
  <name>CopiesSection</name>
  <message numerus="yes">
   <source>%n visits</source>
   <translation><numerusform>%n visit</numerusform><numerusform>%n visits</numerusform></translation>
  </message>
 </context>
 <context>
  <name>CorrectForm</name>
 </context>
 <context>
  <name>CountdownBar</name>
  <message numerus="yes">
   <source>*The file locks in %n second(s).* Press any key to go on working.</source>
   <translation><numerusform>*The file locks in %n second.* Press any key to go on working.</numerusform><numerusform>*The file locks in %n seconds.* Press any key to go on working.</numerusform></translation>
  </message>
 </context>
 <context>
  <name>CounterColumns</name>
 </context>
 <context>
  <name>CounterDay</name>
  <message numerus="yes">
   <source>%n left unserved</source>
   <translation><numerusform>%n left unserved</numerusform><numerusform>%n left unserved</numerusform></translation>
  </message>
 </context>
 <context>
  <name>CounterDrafts</name>
 </context>
 <context>
  <name>CounterHelp</name>
 </context>
 <context>
  <name>CounterKeys</name>
 </context>
 <context>
  <name>CounterPage</name>
 </context>
 <context>
  <name>CounterRow</name>
  <message numerus="yes">
   <source>%n visits</source>
   <translation><numerusform>%n visit</numerusform><numerusform>%n visits</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n matters</source>
   <translation><numerusform>%n matter</numerusform><numerusform>%n matters</numerusform></translation>
  </message>
 </context>
 <context>
  <name>CounterSaving</name>
  <message numerus="yes">
   <source>Not saved yet: %n thing(s) to put right.</source>
   <translation><numerusform>Not saved yet: %n thing to put right.</numerusform><numerusform>Not saved yet: %n things to put right.</numerusform></translation>
  </message>
 </context>
 <context>
  <name>CounterWords</name>
 </context>
 <context>
  <name>Cover</name>
 </context>
 <context>
  <name>DayRow</name>
 </context>
 <context>
  <name>DayRows</name>
 </context>
 <context>
  <name>DayTotals</name>
 </context>
 <context>
  <name>DeadlineRow</name>
  <message numerus="yes">
   <source>Acknowledgement, %n complaints</source>
   <translation><numerusform>Acknowledgement, %n complaint</numerusform><numerusform>Acknowledgement, %n complaints</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>Reply, %n complaints</source>
   <translation><numerusform>Reply, %n complaint</numerusform><numerusform>Reply, %n complaints</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>Investigation, %n complaints</source>
   <translation><numerusform>Investigation, %n complaint</numerusform><numerusform>Investigation, %n complaints</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>LATE %n days</source>
   <translation><numerusform>LATE %n day</numerusform><numerusform>LATE %n days</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n calendar days</source>
   <translation><numerusform>%n calendar day</numerusform><numerusform>%n calendar days</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n working days</source>
   <translation><numerusform>%n working day</numerusform><numerusform>%n working days</numerusform></translation>
  </message>
 </context>
 <context>
  <name>DeadlinesCard</name>
 </context>
 <context>
  <name>DiskWatch</name>
 </context>
 <context>
  <name>DraftOffer</name>
 </context>
 <context>
  <name>DutyRow</name>
 </context>
 <context>
  <name>DutyRows</name>
 </context>
 <context>
  <name>EnrolCard</name>
 </context>
 <context>
  <name>Errors</name>
 </context>
 <context>
  <name>Field</name>
 </context>
 <context>
  <name>FieldRow</name>
 </context>
 <context>
  <name>FieldWords</name>
 </context>
 <context>
  <name>FiguresCard</name>
 </context>
 <context>
  <name>FilterBar</name>
  <message numerus="yes">
   <source>%n visits</source>
   <translation><numerusform>%n visit</numerusform><numerusform>%n visits</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n matters</source>
   <translation><numerusform>%n matter</numerusform><numerusform>%n matters</numerusform></translation>
  </message>
 </context>
 <context>
  <name>FoldedMatter</name>
 </context>
 <context>
  <name>Frame</name>
 </context>
 <context>
  <name>FrameLamp</name>
 </context>
 <context>
  <name>GroupChips</name>
  <message numerus="yes">
   <source>Others (%n)</source>
   <translation><numerusform>Others (%n)</numerusform><numerusform>Others (%n)</numerusform></translation>
  </message>
 </context>
 <context>
  <name>GuardPanel</name>
 </context>
 <context>
  <name>GuidelinePanel</name>
 </context>
 <context>
  <name>HeardCard</name>
  <message numerus="yes">
   <source>and %n more</source>
   <translation><numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n heard longest ago are not in the list.</source>
   <translation><numerusform>%n heard longest ago is not in the list.</numerusform><numerusform>%n heard longest ago are not in the list.</numerusform></translation>
  </message>
 </context>
 <context>
  <name>HelpPage</name>
 </context>
 <context>
  <name>HistoryList</name>
 </context>
 <context>
  <name>ImportPreview</name>
  <message numerus="yes">
   <source>Leave out %n lines that cannot be recorded</source>
   <translation><numerusform>Leave out %n line that cannot be recorded</numerusform><numerusform>Leave out %n lines that cannot be recorded</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>Import %n matters</source>
   <translation><numerusform>Import %n matter</numerusform><numerusform>Import %n matters</numerusform></translation>
  </message>
 </context>
 <context>
  <name>ImportView</name>
  <message numerus="yes">
   <source>%n rows; headings on row %1</source>
   <translation><numerusform>%n row; headings on row %1</numerusform><numerusform>%n rows; headings on row %1</numerusform></translation>
  </message>
 </context>
 <context>
  <name>JoinRail</name>
 </context>
 <context>
  <name>JoinWizard</name>
 </context>
 <context>
  <name>JoiningOfficerStep</name>
 </context>
 <context>
  <name>KeptWords</name>
 </context>
 <context>
  <name>KeyringForm</name>
 </context>
 <context>
  <name>KeysList</name>
  <message numerus="yes">
   <source>Stand behind %n new key(s)</source>
   <translation><numerusform>Stand behind %n new key</numerusform><numerusform>Stand behind %n new keys</numerusform></translation>
  </message>
 </context>
 <context>
  <name>KeysSection</name>
 </context>
 <context>
  <name>LaneLamp</name>
 </context>
 <context>
  <name>LaptopRow</name>
  <message numerus="yes">
   <source>%n records count</source>
   <translation><numerusform>%n record counts</numerusform><numerusform>%n records count</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n held, not counted</source>
   <translation><numerusform>%n held, not counted</numerusform><numerusform>%n held, not counted</numerusform></translation>
  </message>
 </context>
 <context>
  <name>LaptopsSection</name>
 </context>
 <context>
  <name>LinkForm</name>
 </context>
 <context>
  <name>ListCard</name>
 </context>
 <context>
  <name>LockReason</name>
  <message numerus="yes">
   <source>The office's file was locked after %n minute(s) without use.</source>
   <translation><numerusform>The office's file was locked after %n minute without use.</numerusform><numerusform>The office's file was locked after %n minutes without use.</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n draft(s) waiting</source>
   <translation><numerusform>%n draft waiting</numerusform><numerusform>%n drafts waiting</numerusform></translation>
  </message>
 </context>
 <context>
  <name>LookCard</name>
  <message numerus="yes">
   <source>%n entries</source>
   <translation><numerusform>%n entry</numerusform><numerusform>%n entries</numerusform></translation>
  </message>
 </context>
 <context>
  <name>LookSection</name>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation><numerusform>%n minute</numerusform><numerusform>%n minutes</numerusform></translation>
  </message>
 </context>
 <context>
  <name>MappingCard</name>
 </context>
 <context>
  <name>MarkWords</name>
 </context>
 <context>
  <name>MatchesPanel</name>
  <message numerus="yes">
   <source>%n match(es) found</source>
   <translation><numerusform>%n match found</numerusform><numerusform>%n matches found</numerusform></translation>
  </message>
 </context>
 <context>
  <name>MatterColumn</name>
 </context>
 <context>
  <name>MatterForm</name>
 </context>
 <context>
  <name>MatterPanel</name>
 </context>
 <context>
  <name>MatterWords</name>
 </context>
 <context>
  <name>MissingCard</name>
 </context>
 <context>
  <name>MissingPanel</name>
 </context>
 <context>
  <name>NameChips</name>
 </context>
 <context>
  <name>NeedRow</name>
  <message numerus="yes">
   <source>%n reports are late</source>
   <translation><numerusform>%n report is late</numerusform><numerusform>%n reports are late</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n records with two versions</source>
   <translation><numerusform>%n record with two versions</numerusform><numerusform>%n records with two versions</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n parked drafts</source>
   <translation><numerusform>%n parked draft</numerusform><numerusform>%n parked drafts</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n records of another computer do not count yet</source>
   <translation><numerusform>%n record of another computer does not count yet</numerusform><numerusform>%n records of another computer do not count yet</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>the last is %n days old</source>
   <translation><numerusform>the last is %n day old</numerusform><numerusform>the last is %n days old</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n entries; exchange with the other laptops</source>
   <translation><numerusform>%n entry; exchange with the other laptops</numerusform><numerusform>%n entries; exchange with the other laptops</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n more urgent matters without action</source>
   <translation><numerusform>%n more urgent matter without action</numerusform><numerusform>%n more urgent matters without action</numerusform></translation>
  </message>
 </context>
 <context>
  <name>NeedsCard</name>
 </context>
 <context>
  <name>NewPassword</name>
 </context>
 <context>
  <name>NewPasswordForm</name>
 </context>
 <context>
  <name>NoSession</name>
 </context>
 <context>
  <name>OfficeDays</name>
 </context>
 <context>
  <name>OfficeForm</name>
 </context>
 <context>
  <name>OfficeSection</name>
 </context>
 <context>
  <name>OfficeStep</name>
 </context>
 <context>
  <name>OfficerActs</name>
 </context>
 <context>
  <name>OfficerDetail</name>
 </context>
 <context>
  <name>OfficerForm</name>
 </context>
 <context>
  <name>OfficerRow</name>
 </context>
 <context>
  <name>OfficerStep</name>
 </context>
 <context>
  <name>OfficerWords</name>
 </context>
 <context>
  <name>OfficersList</name>
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
 </context>
 <context>
  <name>OfficesCard</name>
 </context>
 <context>
  <name>PackagePanel</name>
 </context>
 <context>
  <name>Page</name>
 </context>
 <context>
  <name>PageHead</name>
 </context>
 <context>
  <name>Pages</name>
 </context>
 <context>
  <name>PasswordCard</name>
 </context>
 <context>
  <name>PasswordForm</name>
  <message numerus="yes">
   <source>Again in %n second(s)</source>
   <translation><numerusform>Again in %n second</numerusform><numerusform>Again in %n seconds</numerusform></translation>
  </message>
 </context>
 <context>
  <name>PdfPreview</name>
 </context>
 <context>
  <name>PersonPanel</name>
  <message numerus="yes">
   <source>%n years</source>
   <translation><numerusform>%n year</numerusform><numerusform>%n years</numerusform></translation>
  </message>
 </context>
 <context>
  <name>PlacePanel</name>
 </context>
 <context>
  <name>PlanCard</name>
 </context>
 <context>
  <name>PlanEditing</name>
 </context>
 <context>
  <name>PlanForm</name>
 </context>
 <context>
  <name>PlanWords</name>
  <message numerus="yes">
   <source>LATE %n days</source>
   <translation><numerusform>LATE %n day</numerusform><numerusform>LATE %n days</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n days</source>
   <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
  </message>
 </context>
 <context>
  <name>Progress</name>
 </context>
 <context>
  <name>ProofSection</name>
  <message numerus="yes">
   <source>%n acts.</source>
   <translation><numerusform>%n act.</numerusform><numerusform>%n acts.</numerusform></translation>
  </message>
 </context>
 <context>
  <name>ProofWords</name>
  <message numerus="yes">
   <source>%n things are not as they were written.</source>
   <translation><numerusform>%n thing is not as it was written.</numerusform><numerusform>%n things are not as they were written.</numerusform></translation>
  </message>
 </context>
 <context>
  <name>ProxyForm</name>
 </context>
 <context>
  <name>QueueButton</name>
  <message numerus="yes">
   <source>%n waiting</source>
   <translation><numerusform>%n waiting</numerusform><numerusform>%n waiting</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>waited %n min</source>
   <translation><numerusform>waited %n min</numerusform><numerusform>waited %n min</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%1, waited %n min</source>
   <translation><numerusform>%1, waited %n min</numerusform><numerusform>%1, waited %n min</numerusform></translation>
  </message>
 </context>
 <context>
  <name>ReasonForm</name>
 </context>
 <context>
  <name>ReasonSheet</name>
 </context>
 <context>
  <name>ReceiptsCard</name>
  <message numerus="yes">
   <source>%n matters</source>
   <translation><numerusform>%n matter</numerusform><numerusform>%n matters</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n entries</source>
   <translation><numerusform>%n entry</numerusform><numerusform>%n entries</numerusform></translation>
  </message>
 </context>
 <context>
  <name>RecordActs</name>
 </context>
 <context>
  <name>RecordColumns</name>
 </context>
 <context>
  <name>RecordDetail</name>
  <message numerus="yes">
   <source>%n entries</source>
   <translation><numerusform>%n entry</numerusform><numerusform>%n entries</numerusform></translation>
  </message>
 </context>
 <context>
  <name>RecordsPage</name>
  <message numerus="yes">
   <source>%n of the immediate route is counted, not listed.</source>
   <translation><numerusform>%n daripada laluan segera dikira, tidak disenaraikan.</numerusform></translation>
  </message>
 </context>
 <context>
  <name>ReportActs</name>
  <message numerus="yes">
   <source>Made: %1, version %2, %n files.</source>
   <translation><numerusform>Made: %1, version %2, %n file.</numerusform><numerusform>Made: %1, version %2, %n files.</numerusform></translation>
  </message>
 </context>
 <context>
  <name>ReportLayout</name>
 </context>
 <context>
  <name>ReportPage</name>
 </context>
 <context>
  <name>ReportWords</name>
  <message numerus="yes">
   <source>LATE %n days</source>
   <translation><numerusform>LATE %n day</numerusform><numerusform>LATE %n days</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n days left</source>
   <translation><numerusform>%n day left</numerusform><numerusform>%n days left</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>Not sent yet: LATE %n days. It was due on %1.</source>
   <translation><numerusform>Not sent yet: LATE %n day. It was due on %1.</numerusform><numerusform>Not sent yet: LATE %n days. It was due on %1.</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>Sent on %1, LATE %n days.</source>
   <translation><numerusform>Sent on %1, LATE %n day.</numerusform><numerusform>Sent on %1, LATE %n days.</numerusform></translation>
  </message>
 </context>
 <context>
  <name>RestorePage</name>
 </context>
 <context>
  <name>RestoreStep</name>
  <message numerus="yes">
   <source>%n visits</source>
   <translation><numerusform>%n visit</numerusform><numerusform>%n visits</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n entries</source>
   <translation><numerusform>%n entry</numerusform><numerusform>%n entries</numerusform></translation>
  </message>
 </context>
 <context>
  <name>RestoredPanel</name>
  <message numerus="yes">
   <source>%n entries, every page checked</source>
   <translation><numerusform>%n entry, every page checked</numerusform><numerusform>%n entries, every page checked</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n attachments were not beside the copy; the lists still name them.</source>
   <translation><numerusform>%n attachment was not beside the copy; the lists still name it.</numerusform><numerusform>%n attachments were not beside the copy; the lists still name them.</numerusform></translation>
  </message>
 </context>
 <context>
  <name>SealedPanel</name>
 </context>
 <context>
  <name>SealingSection</name>
 </context>
 <context>
  <name>SeatSheet</name>
 </context>
 <context>
  <name>Sections</name>
 </context>
 <context>
  <name>SentPanel</name>
 </context>
 <context>
  <name>SentSheet</name>
 </context>
 <context>
  <name>SessionCard</name>
 </context>
 <context>
  <name>SessionsCard</name>
  <message numerus="yes">
   <source>%n complaints past their clock</source>
   <translation><numerusform>%n complaint past its clock</numerusform><numerusform>%n complaints past their clock</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n late</source>
   <translation><numerusform>%n late</numerusform><numerusform>%n late</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>LATE %n days</source>
   <translation><numerusform>LATE %n day</numerusform><numerusform>LATE %n days</numerusform></translation>
  </message>
 </context>
 <context>
  <name>SessionsPage</name>
 </context>
 <context>
  <name>SettingsPage</name>
 </context>
 <context>
  <name>Sheet</name>
 </context>
 <context>
  <name>SignOffPanel</name>
 </context>
 <context>
  <name>SignOffWords</name>
  <message numerus="yes">
   <source>%n officers</source>
   <translation><numerusform>%n officer</numerusform><numerusform>%n officers</numerusform></translation>
  </message>
 </context>
 <context>
  <name>SignSheet</name>
 </context>
 <context>
  <name>SigningActs</name>
 </context>
 <context>
  <name>SlipSheet</name>
 </context>
 <context>
  <name>StateCard</name>
  <message numerus="yes">
   <source>%n other entries</source>
   <translation><numerusform>%n other entry</numerusform><numerusform>%n other entries</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n matters</source>
   <translation><numerusform>%n matter</numerusform><numerusform>%n matters</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n photos wait; they follow after the records.</source>
   <translation><numerusform>%n photo waits; it follows after the records.</numerusform><numerusform>%n photos wait; they follow after the records.</numerusform></translation>
  </message>
 </context>
 <context>
  <name>StatePage</name>
 </context>
 <context>
  <name>StepsCard</name>
 </context>
 <context>
  <name>StickyBar</name>
 </context>
 <context>
  <name>StuckPanel</name>
  <message numerus="yes">
   <source>%n client(s) of today are saved and safe.</source>
   <translation><numerusform>%n client of today is saved and safe.</numerusform><numerusform>%n clients of today are saved and safe.</numerusform></translation>
  </message>
 </context>
 <context>
  <name>SyncPage</name>
 </context>
 <context>
  <name>SyncWords</name>
  <message numerus="yes">
   <source>%n matters need a look</source>
   <translation><numerusform>%n matter needs a look</numerusform><numerusform>%n matters need a look</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n entries waiting</source>
   <translation><numerusform>%n entry waiting</numerusform><numerusform>%n entries waiting</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n matters waiting</source>
   <translation><numerusform>%n matter waiting</numerusform><numerusform>%n matters waiting</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n seconds</source>
   <translation><numerusform>%n second</numerusform><numerusform>%n seconds</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n minutes</source>
   <translation><numerusform>%n minute</numerusform><numerusform>%n minutes</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n hours</source>
   <translation><numerusform>%n hour</numerusform><numerusform>%n hours</numerusform></translation>
  </message>
 </context>
 <context>
  <name>TallyBar</name>
  <message numerus="yes">
   <source>%n counted without details</source>
   <translation><numerusform>%n counted without details</numerusform><numerusform>%n counted without details</numerusform></translation>
  </message>
 </context>
 <context>
  <name>TimeWords</name>
  <message numerus="yes">
   <source>%n hours</source>
   <translation><numerusform>%n hour</numerusform><numerusform>%n hours</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n minutes</source>
   <translation><numerusform>%n minute</numerusform><numerusform>%n minutes</numerusform></translation>
  </message>
 </context>
 <context>
  <name>TodayList</name>
 </context>
 <context>
  <name>TodayPage</name>
 </context>
 <context>
  <name>TotalsCard</name>
  <message numerus="yes">
   <source>%n counters</source>
   <translation><numerusform>%n counter</numerusform><numerusform>%n counters</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n anonymous</source>
   <translation><numerusform>%n anonymous</numerusform><numerusform>%n anonymous</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%n only counted</source>
   <translation><numerusform>%n only counted</numerusform><numerusform>%n only counted</numerusform></translation>
  </message>
  <message numerus="yes">
   <source>%1, %2 of %n matters</source>
   <translation><numerusform>%1, %2 of %n matter</numerusform><numerusform>%1, %2 of %n matters</numerusform></translation>
  </message>
 </context>
 <context>
  <name>TroubleLine</name>
 </context>
 <context>
  <name>TypeAhead</name>
 </context>
 <context>
  <name>UnlockPage</name>
 </context>
 <context>
  <name>UnlockRail</name>
 </context>
 <context>
  <name>UrgentPanel</name>
 </context>
 <context>
  <name>VersionsPanel</name>
 </context>
 <context>
  <name>VisitForm</name>
 </context>
 <context>
  <name>WaitingPage</name>
 </context>
 <context>
  <name>WaitingStep</name>
 </context>
 <context>
  <name>Window</name>
 </context>
 <context>
  <name>Wizard</name>
 </context>
 <context>
  <name>WizardRail</name>
 </context>
 <context>
  <name>YearCard</name>
  <message numerus="yes">
   <source>%n planned</source>
   <translation><numerusform>%n planned</numerusform><numerusform>%n planned</numerusform></translation>
  </message>
 </context>
 <context>
  <name>YearPlan</name>
 </context>
 <context>
  <name>_StartStep</name>
 </context>
</TS>
