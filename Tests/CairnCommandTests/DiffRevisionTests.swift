import Foundation
import Testing

/// Rulebooks of git revisions, in a repository that is made for the test.
@Suite("Comparing git revisions")
struct DiffRevisionTests {
  private func repository(_ check: (Repository) throws -> Void) throws {
    let repository = try Repository()
    defer { repository.remove() }
    try check(repository)
  }

  @Test("a revision on either side is read whole, its kinds of support too, and the repository stays as it is")
  func revisions() throws {
    try repository { repository in
      let before = try FileManager.default.subpathsOfDirectory(atPath: repository.url.path).sorted()
      let told = try repository.diff("v1:rules", "main:rules").output
      #expect(told.contains("v1:rules → main:rules\n"))
      #expect(told.contains("  ~ Somebody for the bad days (bad-days)\n    when        {pain: {at-least: 7}} → {pain: {at-least: 5}}\n"))
      #expect(told.contains("    gains       no → yes: age 16; conditions: chronic pain; pain in the last\n"))
      #expect(!told.contains("KINDS OF SUPPORT"))
      #expect(try repository.diff("HEAD~1:rules", "rules").output.contains("HEAD~1:rules → rules\n"))
      #expect(try repository.diff("HEAD:rules", "rules").output.hasSuffix("\nNothing changed.\n"))
      #expect(try repository.diff("v1:./", "main:rules/../rules", in: "rules").output.contains("v1:./ → main:rules/../rules\n"))
      #expect(try FileManager.default.subpathsOfDirectory(atPath: repository.url.path).sorted() == before)
    }
  }

  @Test("a kind of support that suits other people is named as the cause")
  func support() throws {
    try repository { repository in
      try repository.edit("WalkingGroup/support.yaml") { $0.replacing("at-least: 16", with: "at-least: 18") }
      let told = try repository.diff("main:rules", "rules").output
      #expect(told.contains("    because of  whom the support type walking-group suits\n"))
      #expect(told.contains("KINDS OF SUPPORT"))
    }
  }

  @Test("with --check, a difference is exit code 1")
  func check() throws {
    try repository { repository in
      let (other, same) = (
        try Command.run(["diff", "v1:rules", "main:rules", "--check"], in: repository.url),
        try Command.run(["diff", "v1:rules", "v1:rules", "--check"], in: repository.url)
      )
      #expect([other.status, same.status] == [1, 0])
    }
  }

  @Test("mistakes in a revision are told with the revision's own names")
  func mistakes() throws {
    try repository { repository in
      try repository.edit("rules/rules.yaml") { $0.replacing("off-sick", with: "of-sick") }
      try repository.commit("broken")
      let ran = try repository.diff("main:rules", "v1:rules")
      #expect(ran.status == 1)
      #expect(
        ran.errors == """
          The old rulebook, main:rules, cannot be used.

          main:rules/rules.yaml:41:18: error: `of-sick` is no value of the fact `work` [unknown-choice]
             |
          41 |     when: {work: of-sick}
             |                  ^~~~~~~
             = help: did you mean `off-sick`?
             = help: its values are `working`, `off-sick` and `retired`

          """)
      try repository.edit("rules/rulebook.yaml") { $0.replacing("../WalkingGroup", with: "../WalkingGruop") }
      try repository.commit("lost")
      let lost = try repository.diff("v1:rules", "main:rules").errors
      #expect(lost.contains("main:rules/rulebook.yaml:6:13: error: there is no folder `../WalkingGruop`"))
      #expect(lost.contains("it is looked for at `main:WalkingGruop`"))
    }
  }

  @Test(
    "what git does not have is said in words, and ends with 2",
    arguments: [
      ("nope:rules", "there is no file or folder `nope:rules`, and git has no revision `nope`"),
      ("main:nope", "the revision `main` has no `nope`"),
      ("main:../rules", "`../rules` leads out of the repository"),
    ])
  func missing(name: String, said: String) throws {
    try repository { repository in
      let ran = try repository.diff(name, "rules")
      #expect(ran.errors.contains("error: \(said) [missing-path]\n"))
      #expect(ran.status == 2)
      #expect(ran.output.isEmpty)
    }
  }

  @Test("where there is no repository, or no git, it says so")
  func nowhere() throws {
    let workspace = try Workspace(copying: TranscriptTests.golden.appendingPathComponent("pain"))
    defer { workspace.remove() }
    let alone = try Command.run(["diff", "main:rules", "rules"], in: workspace.url, environment: ["GIT_CEILING_DIRECTORIES": "/"])
    #expect(alone.status == 2)
    #expect(
      alone.errors.contains("error: `main:rules` is no file or folder, and there is no git repository here to look for a revision in"))
    let without = try Command.run(["diff", "main:rules", "rules"], in: workspace.url, environment: ["PATH": "/nowhere"])
    #expect(without.status == 2)
    #expect(without.errors.contains("error: git is not installed, and a revision is read with it"))
  }
}
