import Cairn

/// Language tags for the names that directories have for languages.
enum LanguageNames {
  private static let names: [String: [String]] = [
    "am": ["amharic"], "ar": ["arabic", "العربية"], "bg": ["bulgarian", "български"], "bn": ["bengali", "bangla", "sylheti", "বাংলা"],
    "bfi": ["bsl", "british sign language"], "ase": ["asl", "american sign language"], "cs": ["czech", "čeština"],
    "cy": ["welsh", "cymraeg"], "da": ["danish", "dansk"], "de": ["german", "deutsch"], "el": ["greek", "ελληνικά"],
    "en": ["english"], "es": ["spanish", "español", "castilian"], "et": ["estonian"], "fa": ["persian", "farsi", "فارسی"],
    "prs": ["dari"], "fi": ["finnish", "suomi"], "fr": ["french", "français"], "ga": ["irish", "irish gaelic", "gaeilge"],
    "gd": ["scottish gaelic", "gàidhlig"], "gu": ["gujarati", "ગુજરાતી"], "ha": ["hausa"], "he": ["hebrew", "עברית"],
    "hi": ["hindi", "हिन्दी"], "hr": ["croatian", "hrvatski"], "ht": ["haitian creole", "kreyòl"], "hu": ["hungarian", "magyar"],
    "hy": ["armenian"], "id": ["indonesian"], "ig": ["igbo"], "it": ["italian", "italiano"], "ja": ["japanese", "日本語"],
    "ka": ["georgian"], "km": ["khmer"], "ko": ["korean", "한국어"], "ku": ["kurdish"], "ckb": ["sorani"], "kmr": ["kurmanji"],
    "ln": ["lingala"], "lt": ["lithuanian", "lietuvių"], "lv": ["latvian", "latviešu"], "ml": ["malayalam"], "mr": ["marathi"],
    "ms": ["malay"], "my": ["burmese"], "ne": ["nepali", "नेपाली"], "nl": ["dutch", "nederlands"], "no": ["norwegian", "norsk"],
    "om": ["oromo"], "pa": ["punjabi", "panjabi", "ਪੰਜਾਬੀ"], "pl": ["polish", "polski"], "ps": ["pashto", "pushto", "پښتو"],
    "pt": ["portuguese", "português"], "ro": ["romanian", "română"], "rom": ["romani"], "ru": ["russian", "русский"],
    "si": ["sinhala", "sinhalese"], "sk": ["slovak", "slovenčina"], "sl": ["slovene", "slovenian"], "sn": ["shona"],
    "so": ["somali", "soomaali"], "sq": ["albanian", "shqip"], "sr": ["serbian"], "sv": ["swedish", "svenska"],
    "sw": ["swahili", "kiswahili"], "ta": ["tamil", "தமிழ்"], "te": ["telugu"], "th": ["thai"], "ti": ["tigrinya"],
    "tl": ["tagalog", "filipino"], "tr": ["turkish", "türkçe"], "uk": ["ukrainian", "українська"], "ur": ["urdu", "اردو"],
    "vi": ["vietnamese", "tiếng việt"], "xh": ["xhosa"], "yi": ["yiddish"], "yo": ["yoruba"], "yue": ["cantonese"],
    "zh": ["chinese", "mandarin", "中文"], "zu": ["zulu"],
  ]

  private static let tags: [String: String] = {
    var tags: [String: String] = [:]
    for (tag, words) in names { for word in words { tags[word] = tag } }
    return tags
  }()

  /// A tag as it stands: two or three letters, and perhaps a script or a region.
  static func tag(code: String) -> String? {
    let parts = code.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
    guard let language = parts.first?.lowercased(), (2...3).contains(language.count), language.allSatisfy({ $0.isASCII && $0.isLetter }),
      parts.dropFirst().allSatisfy({ (2...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } })
    else { return nil }
    // A word of three letters that names a language is its name.
    if let known = tags[language] { return known }
    return ([LanguageCodes.short(for: language) ?? language] + parts.dropFirst().map(String.init)).joined(separator: "-")
  }

  /// The tag of a name; what stands in brackets after it is passed over.
  static func tag(name: String) -> String? {
    let name = name.prefix { $0 != "(" }.lowercased()
    return tags[String(name).trimmed]
  }

  /// `English, Polish and Urdu` one by one.
  static func parts(_ text: String) -> [String] {
    text.split { ",;/&|\n".contains($0) }
      .flatMap { part in part.split(separator: " and ") }
      .map { String($0).trimmed }
      .filter { !$0.isEmpty }
  }
}
