/// The services that a rulebook's offers name, as far as its directory could be read.
struct LocalServices {
  /// By id; nil where no directory was read.
  private(set) var known: [String: LocalService]?
  private(set) var diagnostics: [Diagnostic] = []

  /// Nothing was read.
  init() {}

  init(of declaration: RulebookDeclaration, reading: DirectoryReading?) {
    guard let directory = declaration.header?.directory else { return }
    guard let reading else {
      diagnostics.append(
        .warning(
          .directoryNotRead,
          "nobody read the directory `\(directory.value)`, so offers stand without the places and times of their services",
          at: directory.range, help: "open the rulebook with `readDirectory`"))
      return
    }
    let path = FileSystem.join(FileSystem.folder(of: directory.range.source.path), directory.value)
    do {
      let services = try reading(path, Set(declaration.offers.compactMap(\.service?.value)))
      known = Dictionary(services.map { ($0.id, $0) }) { first, _ in first }
    } catch {
      diagnostics.append(
        .error(
          .directoryUnreadable, "the directory `\(directory.value)` cannot be read: \(error)", at: directory.range,
          help: "it is looked for at `\(FileSystem.tidied(path))`"))
    }
  }
}
