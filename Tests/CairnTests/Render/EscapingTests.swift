import Testing

@testable import Cairn

@Suite("Escaping")
struct EscapingTests {
  private static let hostile = "<script>alert('x')</script> [a](javascript:b) \u{1B}[31m\u{9B}0m \u{202E}=cmd|' /C calc'!A0 \u{2028}& \"q\""

  @Test("a terminal sees no control and no bidi character")
  func terminal() {
    #expect(Escaping.terminal(Self.hostile) == Escaping.terminalLine(Self.hostile))
    #expect(
      Escaping.terminal(Self.hostile)
        == "<script>alert('x')</script> [a](javascript:b) <U+001B>[31m<U+009B>0m <U+202E>=cmd|' /C calc'!A0 <U+2028>& \"q\"")
    #expect(Escaping.terminal("a\r\nb\tc\rd\n\r") == "a\nb c<U+000D>d\n<U+000D>")
    #expect(Escaping.terminalLine("a\r\nb\tc\rd\n\r") == "a b c<U+000D>d <U+000D>")
    #expect(Escaping.terminal("नमस्ते 👩‍👧 می‌خواهم été\n") == "नमस्ते 👩‍👧 می‌خواهم été\n")
  }

  @Test("whatever steers a terminal is named by every renderer")
  func everyScalar() {
    for value in (0...0x10FFFF as ClosedRange<UInt32>) {
      guard let scalar = Unicode.Scalar(value), Escaping.steers(scalar), scalar != "\n", scalar != "\t" else { continue }
      for escape in [Escaping.terminal, Escaping.terminalLine, Escaping.markdown, Escaping.html, Escaping.csv] {
        let escaped = escape("a\(String(scalar))b")
        #expect(!escaped.unicodeScalars.contains(where: Escaping.steers), "U+\(value)")
        #expect(escaped.contains(Escaping.hex(value, digits: 4)))
      }
    }
  }

  @Test("Markdown shows the text and makes nothing of it")
  func markdown() {
    #expect(
      Escaping.markdown(Self.hostile)
        == "&lt;script&gt;alert('x')&lt;/script&gt; \\[a\\](javascript:b) &lt;U+001B&gt;\\[31m&lt;U+009B&gt;0m &lt;U+202E&gt;=cmd\\|' /C calc'!A0 "
        + "&lt;U+2028&gt;&amp; \"q\"")
  }

  @Test(
    "what begins a block of Markdown at the start of a line is escaped there, and only there",
    arguments: [
      ("# a # b", "\\# a # b"), ("- a - b", "\\- a - b"), ("+ a", "\\+ a"), ("1. a 2. b", "1\\. a 2. b"), ("12) a", "12\\) a"),
      ("1st. a", "1st. a"), ("    code", "code"), ("a\n\n# b", "a  # b"), ("===", "\\==="), ("a|b", "a\\|b"), ("``` x", "\\`\\`\\` x"),
      ("![i](u)", "!\\[i\\](u)"), ("*a* _b_ ~c~ \\", "\\*a\\* \\_b\\_ \\~c\\~ \\\\"), ("<https://x>", "&lt;https:&#8203;//x&gt;"), ("", ""),
    ])
  func markdownBlocks(text: String, escaped: String) {
    #expect(Escaping.markdown(text) == escaped)
  }

  @Test(
    "GitHub makes no link and no mention of plain text",
    arguments: [
      ("see http://a.example/b", "see http:&#8203;//a.example/b"), ("HTTPS://A.example", "HTTPS:&#8203;//A.example"),
      ("ftp://a", "ftp:&#8203;//a"), ("www.a.example", "www&#8203;.a.example"), ("(WWW.a.example)", "(WWW&#8203;.a.example)"),
      ("@user", "@&#8203;user"), ("ask @a-b/team", "ask @&#8203;a-b/team"), ("x@a.example", "x@&#8203;a.example"),
      ("mailto:x@a.example", "mailto:x@&#8203;a.example"), ("see #12", "see #&#8203;12"), ("#12", "\\#&#8203;12"),
      ("a/b#12", "a/b#&#8203;12"), ("GH-12", "GH&#8203;-12"), ("@ noon", "@ noon"), ("a: /b", "a: /b"), ("ww.w", "ww.w"), ("# 1", "\\# 1"),
    ])
  func markdownLinks(text: String, escaped: String) {
    #expect(Escaping.markdown(text) == escaped)
  }

  @Test("HTML has no tag, no entity and no end of an attribute")
  func html() {
    #expect(
      Escaping.html(Self.hostile)
        == "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; [a](javascript:b) &lt;U+001B&gt;[31m&lt;U+009B&gt;0m &lt;U+202E&gt;=cmd|&#39; /C "
        + "calc&#39;!A0 &lt;U+2028&gt;&amp; &quot;q&quot;")
  }

  @Test("nothing gets into a page but through escaping")
  func page() {
    var html = HTMLWriter()
    html.element("p", [.value("title", Self.hostile), .flag("hidden")]) { html in
      html.element("code", text: Self.hostile)
      html.text("=cmd")
    }
    html.shape("path", [.value("d", "\"/><script>")])
    let escaped = Escaping.html(Self.hostile)
    #expect(
      html.html == "<p title=\"\(escaped)\" hidden><code>\(escaped)</code>=cmd</p>\n<path d=\"&quot;/&gt;&lt;script&gt;\"/>\n")
  }

  @Test(
    "a field of CSV is no formula, and is quoted where it must be",
    arguments: [
      ("plain", "plain"), ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("+44 20 7946 0000", "'+44 20 7946 0000"),
      ("@SUM(A1)", "'@SUM(A1)"),
      ("-5", "-5"), ("-5.25", "-5.25"), ("-5+cmd", "'-5+cmd"), ("-", "'-"), (" =cmd", "' =cmd"), ("\t=cmd", "' =cmd"),
      ("＝cmd", "'＝cmd"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("\"=cmd\"", "\"'\"\"=cmd\"\"\""), ("a\nb", "\"a\nb\""),
      ("a;=cmd", "\"a;=cmd\""), ("", ""), ("a=b", "a=b"),
    ])
  func csv(text: String, field: String) {
    #expect(Escaping.csv(text) == field)
  }

  @Test(
    "only links that a directory has a use for are links",
    arguments: [
      ("https://example.org/a(b)?q=\"x\"&r=é", "https://example.org/a%28b%29?q=%22x%22&r=%C3%A9"),
      ("HTTPS://EXAMPLE.ORG", "HTTPS://EXAMPLE.ORG"),
      ("mailto:a@example.org", "mailto:a@example.org"), ("tel:+442079460000", "tel:+442079460000"), ("javascript:alert(1)", nil),
      ("JavaScript:alert(1)", nil), (" https://example.org", nil), ("data:text/html,x", nil), ("//example.org", nil), ("", nil),
    ] as [(String, String?)])
  func link(address: String, safe: String?) {
    #expect(Escaping.link(address) == safe)
  }
}

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "a terminal's columns",
    arguments: [
      ("", 0), ("abc", 3), ("été", 3), ("e\u{301}", 1), ("日本語", 6), ("ｱ", 1), ("Ａ", 2), ("한글", 4), ("👩‍👧", 2), ("🇬🇧", 2), ("❤️", 2), ("❤", 1),
      ("\u{200B}", 0), ("·●○◌▸✓…", 7), ("नी", 1), ("\u{1100}\u{1161}", 2), ("ไทย", 3),
    ])
  func columns(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }
}
