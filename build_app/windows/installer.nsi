; Installer for one user, without administrator rights. installer.py defines:
;   VERSION, NUMBERS (four numbers), PROGRAM (file name), FILES (generated list), ICON, OUTPUT
; and may define SIGN: a command that signs the file which follows it.
Unicode true
ManifestDPIAware true
!ifdef TARGET
  Target ${TARGET}
!endif
!ifdef FAST
  SetCompress off
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh
!include "${FILES}"

!define NAME osubrowser
!define PROGID osubrowser.Replay
!define CLASSES Software\Classes
!define UNINSTALL_KEY Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}
!define DATA "$LOCALAPPDATA\${NAME}"

Name "${NAME}"
OutFile "${OUTPUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" InstallLocation
ShowInstDetails nevershow
ShowUninstDetails nevershow
!ifdef SIGN
  !finalize '${SIGN} "%1"' = 0
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

VIProductVersion ${NUMBERS}
VIFileVersion ${NUMBERS}
VIAddVersionKey /LANG=0 ProductName ${NAME}
VIAddVersionKey /LANG=0 ProductVersion "${VERSION}"
VIAddVersionKey /LANG=0 FileVersion "${VERSION}"
VIAddVersionKey /LANG=0 FileDescription "Setup of ${NAME}"
VIAddVersionKey /LANG=0 CompanyName "osubrowser contributors"
VIAddVersionKey /LANG=0 LegalCopyright "MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_COMPONENTSPAGE_SMALLDESC
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE English
!insertmacro MUI_LANGUAGE German

LangString Program ${LANG_ENGLISH} "The program"
LangString Program ${LANG_GERMAN} "Das Programm"
LangString ProgramText ${LANG_ENGLISH} "The program, osubrowser: links, and an offer to open replay files (.osr)."
LangString ProgramText ${LANG_GERMAN} "Das Programm, osubrowser:-Links und ein Angebot, Replay-Dateien (.osr) zu öffnen."
LangString Menu ${LANG_ENGLISH} "Entry in the Start menu"
LangString Menu ${LANG_GERMAN} "Eintrag im Startmenü"
LangString Desktop ${LANG_ENGLISH} "Icon on the desktop"
LangString Desktop ${LANG_GERMAN} "Symbol auf dem Desktop"
LangString Default ${LANG_ENGLISH} "Open replay files by default"
LangString Default ${LANG_GERMAN} "Replay-Dateien damit öffnen"
LangString DefaultText ${LANG_ENGLISH} "A double click on a replay file (.osr) opens it here, not in the game, unless you have chosen a program in Windows."
LangString DefaultText ${LANG_GERMAN} "Ein Doppelklick auf eine Replay-Datei (.osr) öffnet sie hier, nicht im Spiel, sofern in Windows nichts anderes gewählt ist."
LangString Replay ${LANG_ENGLISH} "osu! replay"
LangString Replay ${LANG_GERMAN} "osu!-Replay"
LangString OldSystem ${LANG_ENGLISH} "osubrowser needs Windows 10 or newer, 64 bit."
LangString OldSystem ${LANG_GERMAN} "osubrowser braucht Windows 10 oder neuer, 64 Bit."
LangString Running ${LANG_ENGLISH} "osubrowser is running. Close its window, then try again."
LangString Running ${LANG_GERMAN} "osubrowser läuft. Sein Fenster schließen, dann erneut versuchen."
LangString Older ${LANG_ENGLISH} "The installed version could not be removed. Nothing was changed."
LangString Older ${LANG_GERMAN} "Die installierte Version konnte nicht entfernt werden. Nichts wurde geändert."
LangString RemoveData ${LANG_ENGLISH} "Remove your settings, bookmarks and downloaded data, too?$\n$\n${DATA}$\n$\nSaved replays stay where they are. Windows keeps a sign-in until you sign out."
LangString RemoveData ${LANG_GERMAN} "Auch Einstellungen, Lesezeichen und heruntergeladene Daten entfernen?$\n$\n${DATA}$\n$\nGespeicherte Replays bleiben, wo sie sind. Eine Anmeldung behält Windows, bis man sich abmeldet."

; A program that runs cannot be opened for writing. Before its files are touched, by both.
!macro WaitUntilClosed
  ${Do}
    ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
      ${ExitDo}
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" /SD IDCANCEL IDCANCEL`
      SetErrorLevel 3
      Quit
    ${EndIf}
  ${Loop}
!macroend

!macro TellWindows ; the associations have changed: SHCNE_ASSOCCHANGED
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

!macro OpenCommand KEY
  WriteRegStr HKCU "${KEY}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${KEY}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
!macroend

Section "$(Program)" SectionProgram
  SectionIn RO
  !insertmacro WaitUntilClosed

  ReadRegStr $1 HKCU "${UNINSTALL_KEY}" InstallLocation
  ${If} $1 != ""
  ${AndIf} ${FileExists} "$1\uninstall.exe"
    ExecWait '"$1\uninstall.exe" /S /UPGRADE _?=$1' $2
    ${If} $2 != 0
      MessageBox MB_ICONSTOP "$(Older)" /SD IDOK
      SetErrorLevel 4
      Quit
    ${EndIf}
    Delete "$1\uninstall.exe"
    RMDir "$1"
  ${EndIf}

  !insertmacro InstallFiles
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  ; Replay files: one of the programs that Windows offers. The default is the user's choice.
  WriteRegStr HKCU "${CLASSES}\${PROGID}" "" "$(Replay)"
  !insertmacro OpenCommand "${CLASSES}\${PROGID}"
  WriteRegStr HKCU "${CLASSES}\.osr\OpenWithProgids" ${PROGID} ""
  WriteRegStr HKCU "${CLASSES}\Applications\${PROGRAM}" FriendlyAppName ${NAME}
  WriteRegStr HKCU "${CLASSES}\Applications\${PROGRAM}\SupportedTypes" .osr ""
  !insertmacro OpenCommand "${CLASSES}\Applications\${PROGRAM}"

  WriteRegStr HKCU "${CLASSES}\${NAME}" "" "URL:${NAME}"
  WriteRegStr HKCU "${CLASSES}\${NAME}" "URL Protocol" ""
  !insertmacro OpenCommand "${CLASSES}\${NAME}"

  ; Its page in the settings of Windows, "Default apps".
  WriteRegStr HKCU "Software\${NAME}\Capabilities" ApplicationName ${NAME}
  WriteRegStr HKCU "Software\${NAME}\Capabilities" ApplicationDescription "Players, rankings, beatmaps, scores and replays of osu!"
  WriteRegStr HKCU "Software\${NAME}\Capabilities\FileAssociations" .osr ${PROGID}
  WriteRegStr HKCU "Software\${NAME}\Capabilities\URLAssociations" ${NAME} ${NAME}
  WriteRegStr HKCU "Software\RegisteredApplications" ${NAME} "Software\${NAME}\Capabilities"

  WriteRegStr HKCU "${UNINSTALL_KEY}" DisplayName ${NAME}
  WriteRegStr HKCU "${UNINSTALL_KEY}" DisplayVersion "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" DisplayIcon "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${UNINSTALL_KEY}" Publisher "osubrowser contributors"
  WriteRegStr HKCU "${UNINSTALL_KEY}" InstallLocation "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" UninstallString '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" QuietUninstallString '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" EstimatedSize ${KILOBYTES}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" NoModify 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" NoRepair 1
SectionEnd

Section "$(Menu)" SectionMenu
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
SectionEnd

Section /o "$(Desktop)" SectionDesktop
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
SectionEnd

Section /o "$(Default)" SectionDefault
  ReadRegStr $0 HKCU "${CLASSES}\.osr" ""
  ${If} $0 != ${PROGID}
    WriteRegStr HKCU "Software\${NAME}" ReplaysBefore $0
    WriteRegStr HKCU "${CLASSES}\.osr" "" ${PROGID}
  ${EndIf}
SectionEnd

Section -Associations
  !insertmacro TellWindows
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${SectionProgram} "$(ProgramText)"
  !insertmacro MUI_DESCRIPTION_TEXT ${SectionDefault} "$(DefaultText)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${RunningX64}
    MessageBox MB_ICONSTOP "$(OldSystem)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  ; An upgrade keeps what was chosen; /DEFAULT chooses it in a silent installation.
  ReadRegStr $0 HKCU "${CLASSES}\.osr" ""
  ${GetParameters} $1
  ClearErrors
  ${GetOptions} $1 "/DEFAULT" $2
  ${IfNot} ${Errors}
  ${OrIf} $0 == ${PROGID}
    !insertmacro SelectSection ${SectionDefault}
  ${EndIf}
  ${If} ${FileExists} "$DESKTOP\${NAME}.lnk"
    !insertmacro SelectSection ${SectionDesktop}
  ${EndIf}
FunctionEnd

Section Uninstall
  !insertmacro WaitUntilClosed
  !insertmacro UninstallFiles

  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  ReadRegStr $0 HKCU "${CLASSES}\.osr" ""
  ${If} $0 == ${PROGID}
    ReadRegStr $1 HKCU "Software\${NAME}" ReplaysBefore
    ${If} $1 == ""
      DeleteRegValue HKCU "${CLASSES}\.osr" ""
    ${Else}
      WriteRegStr HKCU "${CLASSES}\.osr" "" $1
    ${EndIf}
  ${EndIf}
  DeleteRegValue HKCU "${CLASSES}\.osr\OpenWithProgids" ${PROGID}
  DeleteRegKey /ifempty HKCU "${CLASSES}\.osr\OpenWithProgids"
  ReadRegStr $0 HKCU "${CLASSES}\.osr" ""
  ${If} $0 == ""
    DeleteRegKey /ifempty HKCU "${CLASSES}\.osr"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\${PROGID}"
  DeleteRegKey HKCU "${CLASSES}\${NAME}"
  DeleteRegKey HKCU "${CLASSES}\Applications\${PROGRAM}"
  DeleteRegValue HKCU "Software\RegisteredApplications" ${NAME}
  DeleteRegKey HKCU "Software\${NAME}"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  !insertmacro TellWindows

  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/UPGRADE" $1
  ${If} ${Errors} ; no upgrade
  ${AndIf} ${Cmd} `MessageBox MB_YESNO|MB_DEFBUTTON2|MB_ICONQUESTION "$(RemoveData)" /SD IDNO IDYES`
    RMDir /r "${DATA}"
  ${EndIf}

  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
SectionEnd
