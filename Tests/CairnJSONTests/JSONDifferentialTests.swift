import Cairn
import Testing

@testable import CairnJSON

/// simdjson says whether a document is JSON; the finder of faults, written apart from it, must say the same of every document.
@Suite("Two readers of JSON agree")
struct JSONDifferentialTests {
  private static let sample = Array(
    #"{"a": [1, -2.5e+3, true, false, null, "x\n\ud83d\ude00", {}], "日": {"é": "\"", "": [[]]}, "n": 0}"#.utf8)

  private func agree(_ bytes: [UInt8]) {
    let source = SourceText(path: "p.json", bytes: bytes)
    let (tree, diagnostics) = JSONReader.read(source)
    var finder = JSONFaultFinder(source, from: 0)
    let fault = finder.find()
    let isRefused = diagnostics.contains { $0.code != .duplicateKey }
    #expect((fault != nil) == isRefused, "\(String(decoding: bytes, as: UTF8.self))")
    #expect((tree == nil) == !diagnostics.isEmpty)
    #expect(isRefused ? fault == diagnostics.first : true)
    #expect(tree.map(isSound) ?? true)
  }

  /// Children lie inside their parents and after one another.
  private func isSound(_ tree: NodeTree) -> Bool {
    func check(_ node: Node) -> Bool {
      var last = node.record.start
      for child in node.items.map({ $0 }) + node.entries.flatMap({ [$0.key, $0.value] }) {
        guard child.record.start > last, child.record.end < node.record.end, check(child) else { return false }
        last = child.record.end - 1
      }
      return node.record.start < node.record.end
    }
    return tree.root.map { check($0) && Int($0.record.next) == tree.records.count } ?? false
  }

  @Test("of the sample cut off at every byte")
  func cutOff() {
    for end in Self.sample.indices { agree(Array(Self.sample[..<end])) }
    agree(Self.sample)
    #expect(JSONReader.read(SourceText(path: "p.json", bytes: Self.sample)).diagnostics.isEmpty)
  }

  @Test("of the sample with every byte left out, doubled, or made any sign")
  func oneByte() {
    let signs = Array("{}[],:\"'\\0-.eEu+tn /\n\t".utf8) + [0x00, 0x1B, 0x7F, 0x80, 0xC3, 0xED, 0xFF]
    for index in Self.sample.indices {
      var bytes = Self.sample
      bytes.remove(at: index)
      agree(bytes)
      bytes = Self.sample
      bytes.insert(bytes[index], at: index)
      agree(bytes)
      for sign in signs {
        bytes = Self.sample
        bytes[index] = sign
        agree(bytes)
      }
    }
  }

  @Test("of every document of up to five tokens, out of eight")
  func smallDocuments() {
    let tokens = ["{", "}", "[", "]", ",", ":", "\"a\"", "1"].map { Array($0.utf8) }
    var documents: [[UInt8]] = [[]]
    for _ in 1...5 {
      documents = documents.flatMap { start in tokens.map { start + $0 } }
      documents.forEach(agree)
    }
  }

  @Test(
    "of tricky ones that are JSON",
    arguments: [
      "[]", "{}", "0", "-0", "[-0.0e-0]", "1E+2", "\"\"", "\"\\/\"", "\"\\u0000\"", "[[],[[]],{}]", "\"\u{7F}\"", "\"\u{2028}\u{202E}\"",
      "\t[\r\n]\n",
      "\"\\uDBFF\\uDFFF\"", "\"\\\\\\\\\"", "\"\\\\\\\"\"", "{\"a\":{\"a\":{\"a\":1}}}", "[123456789012345678901234567890]", "[0.1e999]",
      "\"😀\"",
      "{\"\\\"\":1,\"\\\\\":2}", "[\"[\",\"]\",\"{\",\"}\",\",\",\":\"]", "\"\u{FFFF}\u{10FFFF}\"", "[null,true,false]", "  \"x\"  ",
    ])
  func accepted(json: String) {
    agree(Array(json.utf8))
    #expect(JSONReader.read(SourceText(path: "p.json", text: json)).diagnostics.isEmpty)
  }
}
