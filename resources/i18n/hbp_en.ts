<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
 <context>
  <name>ArrivalsCard</name>
  <message numerus="yes">
   <source>From %1: %n visits</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
 </context>
 <context>
  <name>Banners</name>
 </context>
 <context>
  <name>BirthLine</name>
 </context>
 <context>
  <name>ClientForm</name>
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
  <name>CounterRow</name>
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
 </context>
 <context>
  <name>CounterWords</name>
 </context>
 <context>
  <name>DayTotals</name>
 </context>
 <context>
  <name>DeadlineRow</name>
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
 </context>
 <context>
  <name>DeadlinesCard</name>
 </context>
 <context>
  <name>DoubtField</name>
 </context>
 <context>
  <name>Errors</name>
 </context>
 <context>
  <name>Field</name>
 </context>
 <context>
  <name>FoldedMatter</name>
 </context>
 <context>
  <name>Frame</name>
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
 </context>
 <context>
  <name>MatchesPanel</name>
  <message numerus="yes">
   <source>%n match(es) found</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
 </context>
 <context>
  <name>MatterColumn</name>
 </context>
 <context>
  <name>MatterForm</name>
 </context>
 <context>
  <name>MatterWords</name>
 </context>
 <context>
  <name>NeedRow</name>
  <message numerus="yes">
   <source>%n reports are late</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n records with two versions</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n parked drafts</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more urgent matters without action</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
 </context>
 <context>
  <name>NeedsCard</name>
 </context>
 <context>
  <name>OfficeStep</name>
 </context>
 <context>
  <name>OfficerStep</name>
 </context>
 <context>
  <name>PageHead</name>
 </context>
 <context>
  <name>Pages</name>
 </context>
 <context>
  <name>PasswordForm</name>
  <message numerus="yes">
   <source>Again in %n second(s)</source>
   <translation><numerusform>Again in %n second</numerusform><numerusform>Again in %n seconds</numerusform></translation>
  </message>
 </context>
 <context>
  <name>Progress</name>
 </context>
 <context>
  <name>ProxyForm</name>
 </context>
 <context>
  <name>SessionCard</name>
 </context>
 <context>
  <name>SettingsPage</name>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation><numerusform>%n minute</numerusform><numerusform>%n minutes</numerusform></translation>
  </message>
 </context>
 <context>
  <name>Sheet</name>
 </context>
 <context>
  <name>TallyBar</name>
  <message numerus="yes">
   <source>%n counted without details</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
 </context>
 <context>
  <name>TimeWords</name>
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
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n anonymous</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <source>%n only counted</source>
   <translation type="unfinished">
    <numerusform />
   </translation>
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
   <translation type="unfinished">
    <numerusform />
   </translation>
  </message>
 </context>
</TS>
