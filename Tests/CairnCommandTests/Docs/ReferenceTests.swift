import Foundation
import Testing

@testable import Cairn

/// Tables of the reference, held against the lists in the code that they tell of.
@Suite("Pages of reference")
struct ReferenceTests {
  @Test("the language names every word that has a meaning in it")
  func words() throws {
    let page = try String(contentsOf: DocPage.root.appendingPathComponent("\(DocPageTests.catalog)/TheLanguage.md"), encoding: .utf8)
    let types: [FactType] = [.boolean, .choice([]), .number(decimals: 0, min: nil, max: nil), .date, .codes(.concepts)]
    let words = [
      Sections.names.names, Sections.factKeys.names, ProfileDeclaration.keys.names, types.map(\.word), types.flatMap(\.comparisons),
      BuiltInFact.allCases.map(\.id), StepKinds.builtIn, Verb.allCases.map(\.rawValue), Who.allCases.map(\.rawValue),
      Priority.allCases.map(\.rawValue), Evidence.grades, Profile.Event.Outcome.allCases.map(\.rawValue), ProfileReader.consenting,
      ProfileReader.preferences.names, Advice.Reason.allCases.map(\.rawValue), ConditionWords.reserved.sorted(),
    ].joined()
    for word in words {
      #expect(page.contains("`\(word)`") || page.contains("`\(word):"), "\(word)")
    }
  }

  @Test("the manifest's shapes stand with all that they may be told", arguments: SupportManifest.Shape.allCases)
  func shapes(shape: SupportManifest.Shape) throws {
    let page = try DocPage("\(DocPageTests.catalog)/AddingASupportType.md")
    let row = try #require(page.lines.first { $0.hasPrefix("| `\(shape.rawValue)` |") })
    let last = try #require(row.split(separator: "|").last { !$0.allSatisfy(\.isWhitespace) })
    let told = Set(last.split(separator: ",").map { $0.filter { $0 != "`" && $0 != " " } })
    #expect(told == Set(ShapeParameter.all(of: shape).keys))
  }

  @Test("the front page's Swift is Swift that the compiler has read")
  func swift() throws {
    let block = try #require(try DocPage("README.md").blocks.first { $0.words == ["swift"] })
    let compiled = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("FrontPage.swift"), encoding: .utf8)
    for line in block.text.split(separator: "\n") {
      let code = line.components(separatedBy: "  //")[0].trimmingCharacters(in: .whitespaces)
      #expect(compiled.contains("    \(code)\n"), "\(code)")
    }
  }
}
