/// Words that name a disease: a support type that uses one serves a condition, where it should serve needs and circumstances.
package enum DiseaseNames {
  /// Common names and abbreviations; a list to catch slips, not a terminology.
  static let words: Set<String> = [
    "adhd", "aids", "alzheimer", "alzheimers", "angina", "anorexia", "anxiety", "arthritis", "asthma", "autism", "bipolar", "bulimia",
    "cancer", "copd", "crohn", "crohns", "dementia", "depression", "diabetes", "diabetic", "emphysema", "epilepsy", "fibromyalgia",
    "hepatitis", "hiv", "hypertension", "leukaemia", "leukemia", "lupus", "melanoma", "migraine", "obesity", "osteoporosis", "parkinson",
    "parkinsons", "psoriasis", "psychosis", "ptsd", "schizophrenia", "sepsis", "stroke", "tuberculosis", "tumour", "tumor",
  ]

  /// The first word of a text that names a disease, in lower case and without apostrophes.
  package static func first(in text: String) -> String? { written(in: text).map { plain($0) } }

  /// The same as it is written there.
  static func written(in text: String) -> String? {
    text.split { !$0.isLetter && $0 != "’" && $0 != "'" }.first { words.contains(plain($0)) }.map(String.init)
  }

  private static func plain(_ word: some StringProtocol) -> String { word.lowercased().filter { $0 != "’" && $0 != "'" } }
}

extension SupportManifest {
  /// What it says of itself and to people, each with what it is: evidence apart, which may have come from anywhere.
  package var wordsOfItsOwn: [(what: String, text: String)] {
    func all(_ what: String, _ text: LocalizedText) -> [(what: String, text: String)] { text.translations.map { (what, $0.text) } }
    var words = [("its name", id)] + all("its title", title) + all("its summary", summary)
    words += publicName.map { all("its public name", $0) } ?? []
    words += benefits.flatMap { all("a benefit", $0) } + risks.flatMap { all("a risk", $0) }
    words += texts.flatMap { [("the text for `\($0.verb.rawValue)`", $0.person), ("the text for `\($0.verb.rawValue)`", $0.practitioner)] }
    words += facts.flatMap { all("the fact `\($0.id.value)`", $0.title) + ($0.ask.map { ask in all("a question", ask) } ?? []) }
    return words
  }
}
