import Cairn
import CairnBench
import Foundation
import Testing

/// What the schema refuses is held to an independent validator in `Tests/Python`.
@Suite("The schema of a rulebook's files")
struct SchemaTests {
  private func drawn() throws -> [String: Any] {
    let text = RulebookSchema(try #require(WitnessTests.shipped)).draw()
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func words(_ name: String, _ definitions: [String: Any]) -> [String] {
    (definitions[name] as? [String: Any])?["enum"] as? [String] ?? []
  }

  @Test("names what there is")
  func names() throws {
    let ruleSet = try #require(WitnessTests.shipped).ruleSet
    let definitions = try #require(try drawn()["$defs"] as? [String: Any])
    #expect(words("rule-name", definitions) == ruleSet.rules.map(\.id))
    #expect(words("support-name", definitions) == ruleSet.supports.map(\.manifest.id))
    #expect(words("pathway-name", definitions) == ruleSet.pathways.map(\.id))
    #expect(words("concept-name", definitions) == ruleSet.vocabulary.codeNames(in: .concepts))
    #expect(words("step-kind", definitions) == ruleSet.vocabulary.stepKinds)
    #expect(words("verb", definitions) == Verb.allCases.map(\.rawValue))
    let condition = try #require(definitions["condition"] as? [String: Any])
    let keys = try #require(condition["properties"] as? [String: Any]).keys
    #expect(Set(keys) == Set(ruleSet.vocabulary.conditionNames + ["all", "any", "none", "some"]))
  }

  @Test("says of each fact what it is and how it is asked")
  func help() throws {
    let definitions = try #require(try drawn()["$defs"] as? [String: Any])
    let condition = try #require(definitions["condition"] as? [String: Any])
    let facts = try #require(condition["properties"] as? [String: [String: Any]])
    #expect(facts["age"]?["description"] as? String == "number from 0 to 120; asked: How old are you?")
    for fact in try #require(WitnessTests.shipped).ruleSet.vocabulary.facts {
      #expect(facts[fact.id]?["title"] as? String == fact.title.text(in: "en"))
    }
  }

  @Test("leads nowhere that it does not define")
  func references() throws {
    let schema = try drawn()
    let defined = try #require(schema["$defs"] as? [String: Any]).keys
    var named: Set<String> = []
    func collect(_ value: Any) {
      if let object = value as? [String: Any] {
        if let reference = object["$ref"] as? String { named.insert(String(reference.dropFirst("#/$defs/".count))) }
        object.values.forEach(collect)
      } else if let list = value as? [Any] {
        list.forEach(collect)
      }
    }
    collect(schema)
    #expect(named == Set(defined))
  }
}
