import Testing

@testable import Cairn

@Suite("Lines of text")
struct StyledTextTests {
  private func wrapped(_ text: String, _ width: Int) -> [String] {
    StyledText(text).wrapped(to: width).map { $0.drawn(color: false) }
  }

  @Test("text is broken at spaces, and a longer word where it must be")
  func breaks() {
    #expect(wrapped("one two three four", 9) == ["one two", "three", "four"])
    #expect(wrapped("incomprehensible", 6) == ["incomp", "rehens", "ible"])
    #expect(wrapped("", 6) == [""])
    #expect(wrapped("a  b\nc", 6) == ["a b c"])
  }

  @Test("wide letters count two cells, combining marks none")
  func widths() {
    #expect(wrapped("同伴支援小組", 6) == ["同伴支", "援小組"])
    #expect(wrapped("cafe\u{301} au lait", 7) == ["cafe\u{301} au", "lait"])
  }

  @Test("a short last word takes the word before it along")
  func company() {
    #expect(wrapped("people tell us that it is the loneliest part", 40) == ["people tell us that it is the", "loneliest part"])
  }

  @Test("no line is wider than the page, whatever stands in it", arguments: [40, 41, 80, 120])
  func fits(width: Int) {
    let words = ["a", "walking", "同伴支援小組", "https://www.example.org/a/very/long/address/that/does/not/break/anywhere", "e\u{301}", "👩‍👩‍👧"]
    for count in 1...60 {
      let text = (0..<count).map { words[$0 * 7 % words.count] }.joined(separator: " ")
      var page = Page(width: width)
      page.add(StyledText(text), note: "settles 2, now", first: "  1 ", leader: "·")
      page.add(beside: StyledText(text), at: 38, paragraphs: [StyledText(text)], note: "ask 1", first: "  ├─▸ ", rest: "  │   ")
      for line in page.drawn(color: false).split(separator: "\n") { #expect(String(line).displayWidth <= width, "\(line)") }
    }
  }

  @Test("what would steer the terminal is made visible")
  func hostile() {
    #expect(StyledText("a\u{1B}[31mb\u{7}").drawn(color: true) == "a<U+001B>[31mb<U+0007>")
  }

  @Test("colour surrounds the words, and is left out where it is not wanted")
  func colour() {
    let text = StyledText("now", .strong) + ", since May"
    #expect(text.drawn(color: true) == "\u{1B}[1mnow\u{1B}[0m, since May")
    #expect(text.drawn(color: false) == "now, since May")
    let wrapped = (StyledText("right now", .strong) + " and then").wrapped(to: 80).map { $0.drawn(color: true) }
    #expect(wrapped == ["\u{1B}[1mright now\u{1B}[0m and then"])
  }
}

@Suite("Plain words")
struct PlainWordsTests {
  private let asOf = CalendarDate(2026, 11, 22)

  @Test("a length of time is said in the unit that people would use")
  func elapsed() {
    func said(_ date: String) -> String? { PartialDate(date).flatMap { PlainWords.elapsed(since: $0, to: asOf) }.map(plain) }
    #expect(said("2026-11-21") == "1 day")
    #expect(said("2026-11-09") == "13 days")
    #expect(said("2026-07-20") == "17 weeks")
    #expect(said("2025-06-12") == "17 months")
    #expect(said("2017-11-23") == "8 years")
    #expect(said("2026-07") == nil)
    #expect(said("2026-11-23") == nil)
  }

  @Test("an age is said as far as the birth date tells")
  func ages() {
    func said(_ born: String, _ day: CalendarDate) -> String? { PartialDate(born).flatMap { PlainWords.age(born: $0, asOf: day) } }
    #expect(said("1982-06-11", asOf) == "44")
    #expect(said("1955", asOf) == "70 or 71")
    #expect(said("2027", asOf) == nil)
    #expect(said("2004-02-29", CalendarDate(2026, 2, 27)) == "21")
    #expect(said("2004-02-29", CalendarDate(2026, 2, 28)) == "22")
  }

  @Test("dates within the engine's words are said in full, and nothing else is touched")
  func longDates() {
    #expect(
      plain(PlainWords.withLongDates("declined on 2026-05-02, until 2026-11-02.")) == "declined on 2 May 2026, until 2 November 2026.")
    #expect(PlainWords.withLongDates("see 2026-05-02T10 and 2026-02-30") == "see 2026-05-02T10 and 2026-02-30")
  }

  @Test("lists, sentences and titles read as English")
  func sentences() {
    #expect(PlainWords.list(["a", "b", "c"]) == "a, b and c")
    #expect(PlainWords.list(["a", "b"], "or") == "a or b")
    #expect(PlainWords.sentence("It was due in June") == "It was due in June.")
    #expect(PlainWords.sentence("Why?") == "Why?")
    #expect(PlainWords.inSentence("Walking") == "walking")
    #expect(PlainWords.inSentence("PHQ-9") == "PHQ-9")
  }

  private func plain(_ text: String) -> String { String(text.map { $0 == "\u{A0}" ? " " : $0 }) }
}
