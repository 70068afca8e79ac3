extension Offer {
  /// Whether nobody goes anywhere for it.
  var isPlaceless: Bool { !modes.isEmpty && !modes.contains("in-person") }

  /// Whether people have to go there. An offer that does not say how it is had is taken for one in person.
  var isInPersonOnly: Bool { modes.allSatisfy { $0 == "in-person" } }

  /// When somebody last made sure that it is as written.
  var lookedAt: PartialDate? { places?.updated ?? service?.assured.map { PartialDate($0) } }

  /// Whether it has what its support type wants of a site for people whose crisis is building; without such needs, whether it has anything.
  func serves(_ needs: [String]) -> Bool {
    needs.isEmpty ? !servesCrisis.isEmpty : needs.allSatisfy(servesCrisis.contains)
  }

  /// Why people are not sent into its room, in words; nil where nothing keeps them.
  func lacksTraining(for manifest: SupportManifest) -> String? {
    if !manifest.facilitatorsNeed.isEmpty {
      guard let trainedIn else { return "nobody says that its facilitators are trained in \(manifest.facilitatorsNeed.inWords)" }
      let missing = manifest.facilitatorsNeed.filter { !trainedIn.contains($0) }
      if !missing.isEmpty { return "its facilitators are not trained in \(missing.inWords)" }
    }
    guard !manifest.checksNeed.isEmpty else { return nil }
    guard let checked else { return "nobody says that its facilitators are checked" }
    return manifest.checksNeed.contains(checked) ? nil : "its facilitators are not checked as the support type wants"
  }
}

extension [String] {
  /// `confidentiality and listening`.
  fileprivate var inWords: String { map { PlainWords.spaced($0) }.joinedAsListOfWords }

  private var joinedAsListOfWords: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
