import Cairn
import Foundation
import Testing

@Suite("The rulebook that ships, as it is declared")
struct ShippedDeclarationTests {
  private static let root = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }.path

  private static func read() throws -> (declaration: RulebookDeclaration, said: String) {
    var diagnostics: [Diagnostic] = []
    var trees: [NodeTree] = []
    for path in try FileSystem.yamlFiles(in: "\(root)/rules").files {
      let reading = YAMLReader.read(SourceText(path: path, bytes: try FileSystem.read(path)))
      diagnostics += reading.diagnostics
      if let tree = reading.tree { trees.append(tree) }
    }
    let (declaration, found) = RulebookReader.read(trees)
    return (declaration, DiagnosticText.draw(diagnostics + found))
  }

  @Test("is declared without a mistake")
  func soundForm() throws {
    let (declaration, said) = try Self.read()
    #expect(said == "")
    #expect(declaration.header?.id.value == "community-support")
    #expect(!declaration.rules.isEmpty)
    #expect(!declaration.tests.isEmpty)
    #expect(declaration.unusable.isEmpty)
  }
}
