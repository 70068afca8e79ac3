import Cairn

/// One line as it will be written.
struct LayoutLine {
  var indent: Int
  var text: String
  /// Whether a blank line goes before it.
  var followsGap = false
  /// What stands behind it.
  var comment: SourceMarks.Comment?
  /// Whether it belongs to a text, so that nothing can stand behind it.
  var isContent = false
  var isComment = false
  /// Whether blank lines behind it would become part of a text.
  var endsKeeping = false

  private var width: Int { indent + text.displayWidth }

  static func drawn(_ lines: [LayoutLine]) -> String {
    var result = ""
    for paragraph in paragraphs(lines) {
      let columns = sharedColumns(lines[paragraph])
      for index in paragraph {
        let line = lines[index]
        if line.followsGap, index > 0 { result += "\n" }
        result += line.drawn(columns) + "\n"
      }
    }
    return result
  }

  /// Runs of lines between blank ones.
  private static func paragraphs(_ lines: [LayoutLine]) -> [Range<Int>] {
    let starts = lines.indices.filter { $0 == 0 || lines[$0].followsGap } + [lines.count]
    return zip(starts, starts.dropFirst()).map { $0..<$1 }
  }

  /// Comments that their author put under one another stay so, as near as their lines allow.
  private static func sharedColumns(_ lines: ArraySlice<LayoutLine>) -> [Int: Int] {
    let groups = Dictionary(grouping: lines.filter { $0.comment?.isDoubtful == false }) { $0.comment?.column ?? 0 }
    return groups.filter { $0.value.count > 1 }.mapValues { lines in (lines.map(\.width).max() ?? 0) + 2 }
  }

  private func drawn(_ columns: [Int: Int]) -> String {
    if text.isEmpty, comment == nil { return "" }
    let line = String(repeating: " ", count: indent) + text
    guard let comment else { return line }
    let column = comment.isDoubtful ? width + 1 : columns[comment.column] ?? width + 2
    return line + String(repeating: " ", count: max(1, column - width)) + comment.text
  }
}
