import Testing

@testable import Cairn

@Suite("Applying mends")
struct FixApplierTests {
  private let source = SourceText(path: "x.yaml", text: "one: été\ntwo: three\n")

  private func fix(_ start: Int, _ end: Int, _ text: String, in source: SourceText? = nil) -> Diagnostic {
    let source = source ?? self.source
    return Diagnostic.error(.tab, "no \(start) \(text)", at: SourceRange(source, start, end))
      .fixing("mend", SourceRange(source, start, end), with: text)
  }

  private func applied(_ diagnostics: [Diagnostic], to text: String? = nil) -> (String, Int) {
    let result = FixApplier.apply(diagnostics, to: text.map { Array($0.utf8) } ?? source.bytes, path: "x.yaml")
    return (String(decoding: result.bytes, as: UTF8.self), result.applied)
  }

  @Test("mends are applied from the start of the file, whatever order they come in")
  func order() {
    #expect(applied([fix(11, 14, "2"), fix(0, 3, "1"), fix(22, 22, "# end\n"), fix(5, 5, "l’")]) == ("1: l’été\n2: three\n# end\n", 4))
  }

  @Test("of two that overlap, or stand at one place, the first is applied")
  func overlapping() {
    #expect(applied([fix(0, 3, "a"), fix(2, 4, "b")]) == ("a: été\ntwo: three\n", 1))
    #expect(applied([fix(0, 0, "a"), fix(0, 0, "b")]) == ("aone: été\ntwo: three\n", 1))
    #expect(applied([fix(0, 3, "a"), fix(3, 3, "b")]) == ("ab: été\ntwo: three\n", 2))
    #expect(applied([fix(0, 3, "a"), fix(0, 3, "a")]) == ("a: été\ntwo: three\n", 1))
  }

  @Test("a mend that cuts a letter in two, lies outside, or is for another file is left out")
  func unsound() {
    let other = SourceText(path: "y.yaml", text: "abc")
    let diagnostics = [fix(6, 8, "x"), fix(5, 6, "x"), fix(20, 99, "x"), fix(90, 91, "x"), fix(0, 1, "x", in: other)]
    #expect(applied(diagnostics) == ("one: été\ntwo: three\n", 0))
  }

  @Test("a mend for an older state of the file is left out")
  func stale() {
    #expect(applied([fix(0, 3, "1")], to: "two: 1\n") == ("two: 1\n", 0))
  }
}
