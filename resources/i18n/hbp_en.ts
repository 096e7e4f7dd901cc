<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
 <context>
  <name>Banners</name>
  <message numerus="yes">
   <source>and %n more</source>
   <translation><numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation>
  </message>
 </context>
 <context>
  <name>Errors</name>
 </context>
 <context>
  <name>Field</name>
 </context>
 <context>
  <name>Frame</name>
 </context>
 <context>
  <name>HelpPage</name>
 </context>
 <context>
  <name>PageHead</name>
 </context>
 <context>
  <name>Pages</name>
 </context>
 <context>
  <name>Progress</name>
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
  <name>TypeAhead</name>
 </context>
</TS>
