public import Cairn

/// A link worker: listens first, then puts several things together as one package.
///
/// Swift, since what is said names the package: what fits, what must be asked first, and to the practitioner what was left out and why.
public struct LinkWorker: SupportType {
  /// What `support.yaml` declares.
  public let manifest: SupportManifest

  /// The link worker with the manifest and texts that it was built with.
  public init() throws(SupportManifestError) {
    manifest = try SupportManifest(
      support: PackageResources.support_yaml, texts: ["en": PackageResources.en_yaml], folder: "Plugins/LinkWorker")
  }

  /// The manifest's texts, and after them what would be put together.
  public func content(for request: SuggestionRequest) throws(SupportTypeError) -> SuggestionContent {
    let plain = manifest.plainContent(for: request)
    guard request.verb != .flag, !request.package.isEmpty else { return plain }
    let package = Package(request.package)
    return SuggestionContent(
      verb: plain.verb, person: ([plain.person] + package.person).joined(separator: " "),
      practitioner: ([plain.practitioner] + package.practitioner).joined(separator: " "))
  }
}

/// What would be put together, in words. Titles are the support types' own.
private struct Package {
  let fitting, open, leftOut: [Advice.PackageItem]

  init(_ items: [Advice.PackageItem]) {
    fitting = items.filter { $0.fits == .yes }
    open = items.filter { $0.fits == .ask }
    leftOut = items.filter { $0.fits == .no }
  }

  var person: [String] {
    let sure = fitting.isEmpty ? nil : "Together you could look at: \(Self.list(fitting.map(\.title)))."
    let perhaps = open.isEmpty ? nil : "Perhaps also: \(Self.list(open.map(\.title)))."
    return [sure, perhaps].compactMap { $0 }
  }

  var practitioner: [String] {
    let sure = fitting.isEmpty ? nil : "The package: \(Self.list(fitting.map(\.title)))."
    let perhaps = open.isEmpty ? nil : "Ask first: \(Self.list(open.map(Self.withReason)))."
    let out = leftOut.isEmpty ? nil : "Left out: \(Self.list(leftOut.map(Self.withReason)))."
    return [sure, perhaps, out].compactMap { $0 }
  }

  private static func withReason(_ item: Advice.PackageItem) -> String {
    item.detail.map { "\(item.title) (\($0))" } ?? item.title
  }

  private static func list(_ words: [String]) -> String { words.joined(separator: "; ") }
}
