/// A support type that is a folder: `support.yaml`, and `texts/` with one file for each language.
package enum PluginFolder {
  /// What was found in a folder. There may be a manifest beside warnings, and never beside errors.
  package struct Reading: Sendable {
    package let manifest: SupportManifest?
    package let diagnostics: [Diagnostic]
  }

  /// Whether a path leads to such a folder.
  package static func isThere(_ path: String) -> Bool { FileSystem.exists(FileSystem.join(path, "support.yaml")) }

  /// Reads the folder at `path`, absolute or as seen from `folder`. `named` is where the rulebook lists it.
  package static func load(
    at path: String, relativeTo folder: String, named: SourceRange? = nil, in tree: any FileTree = DiskFiles()
  ) -> Reading {
    let folder = FileSystem.join(folder, path)
    guard tree.isFolder(folder) else {
      let message = tree.exists(folder) ? "`\(path)` is a file, and a plugin is a folder" : "there is no folder `\(path)`"
      return failure(.pluginMissing, message, named, "it is looked for at `\(FileSystem.tidied(folder))`")
    }
    do {
      return try files(in: folder, tree).read()
    } catch {
      return failure(.pluginInvalid, "the plugin `\(path)` cannot be used: \(error.reason)", named, nil)
    }
  }

  /// What stands in the way of a folder's files, as the end of a sentence.
  private struct Obstacle: Error {
    var reason: String
  }

  private static func files(in folder: String, _ tree: any FileTree) throws(Obstacle) -> ManifestFiles {
    var files = ManifestFiles(folder: FileSystem.tidied(folder))
    files.support = try bytes(of: FileSystem.join(folder, "support.yaml"), in: folder, tree)
    let texts = FileSystem.join(folder, "texts")
    for path in try listing(of: texts, tree) {
      let name = FileSystem.relative(path, to: texts)
      let language = String(name.prefix { $0 != "." })
      guard !name.contains("/") else { throw Obstacle(reason: "`texts/\(name)` lies deeper than its other texts") }
      guard files.texts[language] == nil else { throw Obstacle(reason: "it has two texts for the language `\(language)`") }
      files.texts[language] = try bytes(of: path, in: folder, tree)
    }
    return files
  }

  /// The files of the folder `texts`, which need not be there, but where it is has to be one that can be read whole.
  private static func listing(of texts: String, _ tree: any FileTree) throws(Obstacle) -> [String] {
    do throws(FileSystem.Problem) {
      let listing = try tree.yamlFiles(in: texts)
      if let first = listing.obstacles.first { throw first.problem }
      return listing.files
    } catch {
      switch error {
      case .missing: return []
      case .notFolder: throw Obstacle(reason: "its `texts` is no folder")
      case .deadLink: throw Obstacle(reason: "its folder `texts` is or holds a link that leads nowhere")
      default: throw Obstacle(reason: "its folder `texts` cannot be opened")
      }
    }
  }

  private static func bytes(of path: String, in folder: String, _ tree: any FileTree) throws(Obstacle) -> [UInt8] {
    do throws(FileSystem.Problem) { return try tree.read(path, limit: 1 << 20) } catch {
      let name = "`\(FileSystem.relative(path, to: folder))`"
      switch error {
      case .missing: throw Obstacle(reason: "it has no \(name)")
      case .tooLarge: throw Obstacle(reason: "its \(name) has more than 1 MiB")
      case .isFolder: throw Obstacle(reason: "its \(name) is a folder")
      case .deadLink: throw Obstacle(reason: "its \(name) is a link that leads nowhere")
      case .notRegular: throw Obstacle(reason: "its \(name) is a pipe, a socket or a device, and no file")
      case .unreadable, .notFolder: throw Obstacle(reason: "its \(name) cannot be read")
      }
    }
  }

  private static func failure(_ code: DiagnosticCode, _ message: String, _ place: SourceRange?, _ help: String?) -> Reading {
    Reading(manifest: nil, diagnostics: [.error(code, message, at: place, help: help)])
  }
}

/// The bytes of a manifest and its texts by language, from a folder or from a Swift module's resources.
struct ManifestFiles {
  /// What paths in messages begin with.
  var folder = ""
  var support: [UInt8] = []
  var texts: [String: [UInt8]] = [:]

  func read() -> PluginFolder.Reading {
    var diagnostics: [Diagnostic] = []
    func tree(_ name: String, _ bytes: [UInt8]) -> NodeTree? {
      let reading = YAMLReader.read(SourceText(path: FileSystem.join(folder, name), bytes: bytes))
      diagnostics += reading.diagnostics
      return reading.tree
    }
    let support = tree("support.yaml", support)
    var read: [(language: String, tree: NodeTree)] = []
    for (language, bytes) in sortedTexts {
      if let tree = tree(name(of: language), bytes) { read.append((language, tree)) }
    }
    let languages = ManifestReader()
    reportLanguages(languages.findings)
    let manifest = support.flatMap { languages.read($0, texts: read, hash: hash) }
    diagnostics += languages.findings.diagnostics
    for tree in [support].compactMap({ $0 }) + read.map(\.tree) { diagnostics += DiseaseNames.warnings(in: tree) }
    let isSound = !diagnostics.contains { $0.severity == .error }
    return PluginFolder.Reading(manifest: isSound ? manifest : nil, diagnostics: diagnostics)
  }

  private func reportLanguages(_ findings: Findings) {
    for language in texts.keys.sorted() where !LanguageTag.isKnown(language) {
      findings.report(
        .error(
          .pluginInvalid, "`\(name(of: language))` is not named by a language tag", at: nil, help: "name it as `texts/en.yaml`"))
    }
  }

  private var sortedTexts: [(key: String, value: [UInt8])] { texts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) } }

  private func name(of language: String) -> String { "texts/\(language).yaml" }

  /// Over path, length and bytes of each file in path order.
  private var hash: String {
    var hash = SHA256()
    for (path, bytes) in [("support.yaml", support)] + sortedTexts.map({ (name(of: $0.key), $0.value) }) {
      hash.update("\(path)\n\(bytes.count)\n".utf8)
      hash.update(bytes)
    }
    return hash.hexDigest()
  }
}

extension SupportManifest {
  /// A manifest from the bytes of `support.yaml` and of its texts by language tag, as a Swift plugin embeds them.
  ///
  /// - Parameter folder: What the paths in messages begin with.
  public init(support: [UInt8], texts: [String: [UInt8]], folder: String = "") throws(SupportManifestError) {
    let reading = ManifestFiles(folder: folder, support: support, texts: texts).read()
    guard let manifest = reading.manifest else { throw SupportManifestError(diagnostics: reading.diagnostics) }
    self = manifest
  }
}

/// What is wrong with a manifest.
public struct SupportManifestError: Error, Sendable, CustomStringConvertible {
  /// Everything that was found.
  public let diagnostics: [Diagnostic]

  /// The diagnostics drawn, each on its author's line.
  public var description: String { DiagnosticText.draw(diagnostics) }
}
