import Testing

@testable import CairnDirectory

@Suite("Words of a directory")
struct WordsTests {
  @Test(
    "access in words",
    arguments: [
      ("Step-free access", ["step-free"], nil), ("Wheelchair accessible toilet", ["accessible-toilet"], nil),
      (
        "The building is equipped with induction loops for hearing aids. Wheelchair access is possible on all levels.",
        ["hearing-loop", "step-free"], nil
      ),
      ("No step-free access", [], "No step-free access"), ("There are no steps", ["step-free"], nil),
      ("Ramp at the side; the lift is not working", ["step-free"], "the lift is not working"),
      ("Disabled parking, accessible WC and BSL", ["accessible-toilet", "parking", "sign-language"], nil),
      ("Trampolines", [], "Trampolines"), ("Not wheelchair accessible", [], "Not wheelchair accessible"), ("", [], nil),
      ("Parking for staff only", [], "Parking for staff only"),
    ] as [(String, [String], String?)])
  func access(text: String, needs: [String], rest: String?) {
    let read = AccessWords.read(text)
    #expect(read.needs.sorted() == needs.sorted() && read.rest == rest)
  }

  @Test(
    "names of languages",
    arguments: [("English", "en"), ("polski", "pl"), ("British Sign Language (BSL)", "bfi"), ("اردو", "ur"), ("Elvish", nil)])
  func names(name: String, tag: String?) {
    #expect(LanguageNames.tag(name: name) == tag)
  }

  @Test(
    "codes of languages",
    arguments: [
      ("en", "en"), ("eng", "en"), ("EN-gb", "en-gb"), ("pt_BR", "pt-BR"), ("som", "so"), ("BSL", "bfi"), ("e", nil), ("en-", nil),
      ("12", nil),
    ])
  func codes(code: String, tag: String?) {
    #expect(LanguageNames.tag(code: code) == tag)
  }

  @Test("several languages in one text")
  func parts() {
    #expect(LanguageNames.parts("English, Polish and Urdu/Hindi & Welsh;") == ["English", "Polish", "Urdu", "Hindi", "Welsh"])
  }

  @Test("spaces and quotes around a text")
  func trimmed() {
    #expect(" \"01632 960201\"\u{A0}\n".trimmed == "01632 960201")
    #expect("\"a\" and \"b\"".trimmed == "\"a\" and \"b\"" && "\"".trimmed == "\"" && "".trimmed == "" && " \n".trimmed == "")
  }
}
