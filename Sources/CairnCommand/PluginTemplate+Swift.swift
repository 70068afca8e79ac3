extension PluginTemplate {
  var type: String {
    """
    public import Cairn

    /// \(name.title).
    ///
    /// Swift, since what is said depends on what it is for: the manifest's texts say how, and one sentence after them says more.
    public struct \(name.type): SupportType {
      /// What `support.yaml` declares.
      public let manifest: SupportManifest

      /// With the manifest and the texts that it was built with.
      public init() throws(SupportManifestError) {
        manifest = try SupportManifest(
          support: PackageResources.support_yaml, texts: ["en": PackageResources.en_yaml], folder: "Plugins/\(name.type)")
      }

      /// The manifest's texts, and a sentence on what it is for.
      public func content(for request: SuggestionRequest) throws(SupportTypeError) -> SuggestionContent {
        let plain = manifest.plainContent(for: request)
        guard case .text("company")? = request.parameters["focus"] else { return plain }
        return SuggestionContent(verb: plain.verb, person: "\\(plain.person) Company is what it is for.", practitioner: plain.practitioner)
      }
    }

    """
  }

  var tests: String {
    """
    import Cairn
    import CairnTesting
    import Testing

    @testable import \(name.type)

    @Suite("\(name.title)")
    struct \(name.type)Tests {
      @Test("keeps the contract of a support type")
      func contract() throws { expectSupportType(try \(name.type)()) }

      @Test("comes out as its cases say")
      func cases() throws {
        let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
        expectCases(of: try \(name.type)(), at: folder + "/cases.yaml")
      }
    }

    """
  }
}
