import Testing

@testable import Cairn

@Suite("The JSON writer")
struct JSONWriterTests {
  private func sample(_ layout: JSONWriter.Layout) -> String {
    var json = JSONWriter(layout)
    json.object { json in
      json.field("b", 1)
      json.field("a", [String]())
      json.object("empty") { _ in }
      json.array("list", of: [1, 2]) { json, number in json.object { $0.field("n", number) } }
      json.field("nested", [[1, 2], []])
      json.field("nothing", String?.none)
      json.field("yes", true)
    }
    return json.text
  }

  @Test("keys keep their order, with or without lines")
  func layouts() {
    #expect(sample(.compact) == #"{"b":1,"a":[],"empty":{},"list":[{"n":1},{"n":2}],"nested":[[1,2],[]],"nothing":null,"yes":true}"#)
    #expect(
      sample(.indented) == """
        {
          "b": 1,
          "a": [],
          "empty": {},
          "list": [
            {
              "n": 1
            },
            {
              "n": 2
            }
          ],
          "nested": [
            [
              1,
              2
            ],
            []
          ],
          "nothing": null,
          "yes": true
        }
        """)
  }

  @Test(
    "texts are escaped",
    arguments: [
      ("", #""""#), ("a\"b\\c/d", #""a\"b\\c/d""#), ("\n\r\t\u{8}\u{C}\0", #""\n\r\t\u0008\u000C\u0000""#),
      ("\u{1B}[31m\u{7F}\u{9B}", #""\u001B[31m\u007F\u009B""#),
      ("\u{2028}\u{2029}\u{202E}\u{FEFF}", #""\u2028\u2029\u202E\uFEFF""#), ("é 日 👩‍👧 <script>", #""é 日 👩‍👧 <script>""#),
    ])
  func texts(text: String, written: String) {
    var json = JSONWriter()
    json.value(text)
    #expect(json.text == written)
    json.removeAll()
    json.object { $0.field(text, text) }
    #expect(json.text == "{\(written):\(written)}")
  }

  @Test(
    "numbers are the shortest that read back the same",
    arguments: [
      (0, "0"), (-0.0, "0"), (4.5, "4.5"), (4, "4"), (-2.25, "-2.25"), (0.1, "0.1"), (1e15, "1000000000000000"), (1e20, "1e+20"),
      (.leastNonzeroMagnitude, "5e-324"),
      (.infinity, "null"), (.nan, "null"),
    ] as [(Double, String)])
  func numbers(number: Double, written: String) {
    var json = JSONWriter()
    json.value(number)
    #expect(json.text == written)
  }

  @Test("a writer starts anew in the same memory")
  func anew() {
    var json = JSONWriter()
    json.value([1, 2])
    json.removeAll()
    json.value(Int.min)
    #expect(json.text == "-9223372036854775808")
  }
}
