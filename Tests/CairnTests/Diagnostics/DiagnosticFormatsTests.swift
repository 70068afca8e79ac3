import Testing

@testable import Cairn

@Suite("Diagnostics for programs")
struct DiagnosticFormatsTests {
  private let source = SourceText(path: "rules/ä b,c:d.yaml", text: "# é\nage: {👋: atleast}\nwho: [a](b)\n")

  private var diagnostics: [Diagnostic] {
    let range = source.range(of: "atleast")
    return [
      Diagnostic(.warning, .noRulebook, "100% of\r\nnothing: \u{1B}[31m, <script>"),
      Diagnostic.error(.unknownComparison, "unknown comparison `atleast`", at: range)
        .correcting(to: "at-least", at: range).relating("see [here](javascript:alert)", source.range(of: "who: [a](b)\n")),
    ]
  }

  @Test("JSON has every key, in one order")
  func json() {
    #expect(
      DiagnosticFormats.json(diagnostics) == #"""
        {
          "cairn": 1,
          "errors": 1,
          "warnings": 1,
          "diagnostics": [
            {
              "severity": "warning",
              "code": "no-rulebook",
              "message": "100% of\r\nnothing: \u001B[31m, <script>",
              "path": null,
              "line": null,
              "column": null,
              "endLine": null,
              "endColumn": null,
              "start": null,
              "end": null,
              "notes": [],
              "fixes": [],
              "related": []
            },
            {
              "severity": "error",
              "code": "unknown-comparison",
              "message": "unknown comparison `atleast`",
              "path": "rules/ä b,c:d.yaml",
              "line": 2,
              "column": 10,
              "endLine": 2,
              "endColumn": 17,
              "start": 17,
              "end": 24,
              "notes": [
                {
                  "label": "help",
                  "text": "did you mean `at-least`?"
                }
              ],
              "fixes": [
                {
                  "title": "did you mean `at-least`?",
                  "path": "rules/ä b,c:d.yaml",
                  "start": 17,
                  "end": 24,
                  "replacement": "at-least"
                }
              ],
              "related": [
                {
                  "message": "see [here](javascript:alert)",
                  "path": "rules/ä b,c:d.yaml",
                  "line": 3,
                  "column": 1,
                  "endLine": 4,
                  "endColumn": 1,
                  "start": 26,
                  "end": 38
                }
              ]
            }
          ]
        }

        """#)
    #expect(
      DiagnosticFormats.json([]) == """
        {
          "cairn": 1,
          "errors": 0,
          "warnings": 0,
          "diagnostics": []
        }

        """)
  }

  @Test("GitHub's commands are one line each, with everything escaped that would end them")
  func github() {
    let several = Diagnostic.warning(.notIndented, "no", at: source.range(of: "{👋: atleast}\nwho"))
    #expect(
      DiagnosticFormats.github(diagnostics + [several]) == """
        ::warning title=no-rulebook::100%25 of%0Anothing: <U+001B>[31m, <script>
        ::warning file=rules/ä b%2Cc%3Ad.yaml,line=2,endLine=3,title=not-indented::no
        ::error file=rules/ä b%2Cc%3Ad.yaml,line=2,endLine=2,col=10,endColumn=17,title=unknown-comparison::unknown comparison `atleast`%0A\
        help: did you mean `at-least`?

        """)
  }

  @Test("SARIF 2.1.0 names rules, places, related places and fixes")
  func sarif() {
    #expect(
      DiagnosticFormats.sarif(diagnostics) == #"""
        {
          "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "cairn",
                  "rules": [
                    {
                      "id": "no-rulebook"
                    },
                    {
                      "id": "unknown-comparison"
                    }
                  ]
                }
              },
              "columnKind": "unicodeCodePoints",
              "results": [
                {
                  "ruleId": "no-rulebook",
                  "ruleIndex": 0,
                  "level": "warning",
                  "message": {
                    "text": "100% of\r\nnothing: \u001B[31m, <script>"
                  },
                  "locations": []
                },
                {
                  "ruleId": "unknown-comparison",
                  "ruleIndex": 1,
                  "level": "error",
                  "message": {
                    "text": "unknown comparison `atleast`\nhelp: did you mean `at-least`?"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "rules/%C3%A4%20b%2Cc%3Ad.yaml"
                        },
                        "region": {
                          "startLine": 2,
                          "startColumn": 10,
                          "endLine": 2,
                          "endColumn": 17
                        }
                      }
                    }
                  ],
                  "relatedLocations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "rules/%C3%A4%20b%2Cc%3Ad.yaml"
                        },
                        "region": {
                          "startLine": 3,
                          "startColumn": 1,
                          "endLine": 4,
                          "endColumn": 1
                        }
                      },
                      "message": {
                        "text": "see [here] (javascript:alert)"
                      }
                    }
                  ],
                  "fixes": [
                    {
                      "description": {
                        "text": "did you mean `at-least`?"
                      },
                      "artifactChanges": [
                        {
                          "artifactLocation": {
                            "uri": "rules/%C3%A4%20b%2Cc%3Ad.yaml"
                          },
                          "replacements": [
                            {
                              "deletedRegion": {
                                "startLine": 2,
                                "startColumn": 10,
                                "endLine": 2,
                                "endColumn": 17
                              },
                              "insertedContent": {
                                "text": "at-least"
                              }
                            }
                          ]
                        }
                      ]
                    }
                  ]
                }
              ]
            }
          ]
        }

        """#)
  }
}
