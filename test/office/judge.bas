' Opens every document of a folder in one go, says what it sees, and writes the text as it stands, or as it stands with all changes accepted and with all rejected.
Sub Keep(doc, url)
  Dim how(1) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = "Text (encoded)"
  how(1).Name = "FilterOptions"
  how(1).Value = "UTF8,LF"
  doc.storeToURL(url, how())
End Sub

Sub Settle(url, command, suffix)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim nothing()
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(url, "_blank", 0, hidden())
  createUnoService("com.sun.star.frame.DispatchHelper").executeDispatch(doc.CurrentController.Frame, ".uno:" & command, "", 0, nothing())
  Keep(doc, url & suffix)
  doc.close(True)
End Sub

Sub Judge(folder As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  file = FreeFile
  Open ConvertFromURL(folder & "/told") For Output As #file
  name = Dir(ConvertFromURL(folder & "/") & "*.docx")
  Do While name <> ""
    url = folder & "/" & name
    doc = StarDesktop.loadComponentFromURL(url, "_blank", 0, hidden())
    If IsNull(doc) Then
      Print #file, name & " refused"
    Else
      kinds = ""
      changes = doc.Redlines.createEnumeration()
      Do While changes.hasMoreElements()
        kind = changes.nextElement().RedlineType
        If InStr(kinds, kind) = 0 Then kinds = kinds & " " & kind
      Loop
      Print #file, name & " " & doc.CurrentController.PageCount & kinds
      place = doc.CurrentController.ViewCursor
      marks = FreeFile
      Open ConvertFromURL(url & ".marks") For Output As #marks
      For Each mark In doc.Bookmarks.ElementNames
        place.gotoRange(doc.Bookmarks.getByName(mark).Anchor, False)
        Print #marks, mark & " " & place.Page
      Next
      Close #marks
      Keep(doc, url & ".text")
      doc.close(True)
      If kinds <> "" Then
        Settle(url, "AcceptAllTrackedChanges", ".accepted")
        Settle(url, "RejectAllTrackedChanges", ".rejected")
      End If
    End If
    name = Dir()
  Loop
  Close #file
  StarDesktop.terminate()
End Sub
