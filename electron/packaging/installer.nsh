; Offers the program under "Open with". electron-builder's own fileAssociations would make it the one that opens such
; files, and displace another program.

!macro offerFor EXTENSION
  WriteRegStr SHELL_CONTEXT "Software\Classes\.${EXTENSION}\OpenWithProgids" "RefundWorkbench.File" ""
!macroend

!macro withdrawFor EXTENSION
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.${EXTENSION}\OpenWithProgids" "RefundWorkbench.File"
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\RefundWorkbench.File" "" "Refund Workbench"
  WriteRegStr SHELL_CONTEXT "Software\Classes\RefundWorkbench.File\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\RefundWorkbench.File\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  !insertmacro offerFor "har"
  !insertmacro offerFor "http"
  !insertmacro offerFor "bru"
  !insertmacro offerFor "json"
  !insertmacro offerFor "html"
!macroend

!macro customUnInstall
  !insertmacro withdrawFor "har"
  !insertmacro withdrawFor "http"
  !insertmacro withdrawFor "bru"
  !insertmacro withdrawFor "json"
  !insertmacro withdrawFor "html"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\RefundWorkbench.File"
!macroend
