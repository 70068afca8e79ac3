import Foundation
import Testing

/// What a revision holds is made by hand here, as git itself would never make it.
@Suite("Revisions that hold what they should not")
struct RevisionContentsTests {
  private func repository(_ check: (Repository) throws -> Void) throws {
    let repository = try Repository()
    defer { repository.remove() }
    try check(repository)
  }

  /// What is said of a revision, less the lines around it.
  private func said(_ ran: Command.Result) -> String {
    ran.errors.replacing("The new rulebook, evil:rules, cannot be used.\n\n", with: "")
  }

  @Test("links are followed within the revision and never out of it, by whatever way they go")
  func links() throws {
    try repository { repository in
      try "secret: yes\n".write(to: repository.outside.appendingPathComponent("secret.yaml"), atomically: true, encoding: .utf8)
      let top = repository.outside.path
      for target in ["\(top)/secret.yaml", "../../outside/secret.yaml", "../up/secret.yaml", "../away/secret.yaml", "round.yaml"] {
        try repository.onBranch("evil") {
          try repository.link("up", to: "../outside")
          try repository.link("away", to: top)
          try repository.link("rules/round.yaml", to: target)
        }
        let ran = try repository.diff("v1:rules", "evil:rules")
        #expect(
          said(ran) == """
            evil:rules/round.yaml:1:1: error: this link leads nowhere [unreadable]
              = help: take it away, or let it lead to what is meant

            """)
        #expect(ran.status == 2)
      }
    }
  }

  @Test("links within the revision lead where they would on the disk")
  func linksWithin() throws {
    try repository { repository in
      try repository.onBranch("linked") {
        try repository.move("rules/rules.yaml", to: "shared/all/rules.yaml")
        try repository.link("rules/more", to: "../current/./all")
        try repository.link("current", to: "shared")
        try repository.move("WalkingGroup", to: "kinds/Walking")
        try repository.link("WalkingGroup", to: "kinds/../kinds/Walking")
        try repository.link("named", to: "rules")
      }
      #expect(try repository.diff("main:rules", "linked:rules").output.hasSuffix("\nNothing changed.\n"))
      #expect(try repository.diff("main:rules", "linked:named").output.hasSuffix("\nNothing changed.\n"))
    }
  }

  @Test("a rulebook in a revision names nothing on the disk", arguments: ["absolute", "above"])
  func outside(way: String) throws {
    try repository { repository in
      let kind = repository.outside.appendingPathComponent("WalkingGroup")
      try FileManager.default.copyItem(at: repository.url.appendingPathComponent("WalkingGroup"), to: kind)
      let path = way == "absolute" ? kind.path : "../../outside/WalkingGroup"
      try repository.onBranch("evil") { try repository.edit("rules/rulebook.yaml") { $0.replacing("../WalkingGroup", with: path) } }
      let ran = try repository.diff("v1:rules", "evil:rules")
      #expect(ran.status == 1 && ran.errors.contains("error: there is no folder `\(path)`"))
    }
  }

  @Test(
    "names that lead out, that are empty and that are there twice are refused",
    arguments: [
      (["../rulebook.yaml"], "a path that leads out of its folder, `rules/../rulebook.yaml`"),
      ([".."], "a path that leads out of its folder, `rules/..`"),
      (["/rulebook.yaml"], "a path that leads out of its folder, `rules//rulebook.yaml`"),
      (["a//b.yaml"], "a path that leads out of its folder, `rules/a//b.yaml`"),
      (["a.yaml", "a.yaml"], "one name twice, `rules/a.yaml`"),
      (["a", "a/b.yaml"], "a file in what is no folder, `rules/a/b.yaml`"),
      (["b/c.yaml"], "a file in what is no folder, `rules/b/c.yaml`"),
    ])
  func names(names: [String], what: String) throws {
    try repository { repository in
      try repository.forge("evil", in: "rules", names.map { ("100644", $0) })
      let ran = try repository.diff("v1:rules", "evil:rules")
      #expect(
        said(ran) == """
          error: the revision has \(what) [unreadable]
            = help: git makes no such revision itself, so nothing of it is read

          """)
      #expect(ran.status == 2)
    }
  }

  @Test("a link and a folder of one name are refused")
  func linkAndFolder() throws {
    try repository { repository in
      try repository.forge("evil", in: "rules", [("120000", "a"), ("40000", "a")])
      #expect(try said(repository.diff("v1:rules", "evil:rules")).contains("the revision has one name twice, `rules/a`"))
    }
  }

  @Test("an empty name is git's own error, in words")
  func emptyName() throws {
    try repository { repository in
      try repository.forge("evil", in: "rules", [("100644", "")])
      let ran = try repository.diff("v1:rules", "evil:rules")
      #expect(ran.status == 2 && said(ran).contains("error: git cannot list the files of the revision `evil` [unreadable]"))
    }
  }

  @Test("another repository within the rulebook's folder is no folder that could be passed over")
  func submodule() throws {
    try repository { repository in
      try repository.forge("evil", in: "rules", [("160000", "more")])
      let ran = try repository.diff("v1:rules", "evil:rules")
      #expect(said(ran).contains("evil:rules/more:1:1: error: this folder cannot be opened [unreadable]"))
    }
  }

  @Test("a file that is lost or damaged is said, and nothing stays behind", arguments: ["lost", "damaged", "empty", "cut"])
  func damage(way: String) throws {
    try repository { repository in
      let files = try repository.names(of: "main:rules")
      for file in files {
        let object = try repository.object("main:rules/\(file)")
        let whole = try Data(contentsOf: object)
        try FileManager.default.removeItem(at: object)
        switch way {
        case "damaged": try Data(whole.reversed()).write(to: object)
        case "empty": try Data().write(to: object)
        case "cut": try whole.prefix(whole.count / 2).write(to: object)
        default: break
        }
        let temporary = repository.outside.appendingPathComponent("temporary")
        try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
        let ran = try repository.diff("v1:rules", "main:rules", environment: ["TMPDIR": temporary.path])
        #expect(ran.status == 2 && ran.output.isEmpty)
        #expect(said(ran).contains("error: git cannot read the revision's `rules/\(file)` [unreadable]"), "\(way): \(ran.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path).isEmpty)
        try? FileManager.default.removeItem(at: object)
        try whole.write(to: object)
      }
    }
  }

  @Test("what a rulebook cannot contain is not read: neither files beside it nor larger ones")
  func beside() throws {
    try repository { repository in
      try repository.onBranch("large") {
        try repository.write("rules/rules.csv", "a\n")
        try repository.write("elsewhere/all.yaml", "a: 1\n")
        try repository.write("rules/large.yaml", "# " + String(repeating: "x", count: 2 << 20))
      }
      // Nobody asks for these, so nobody misses them.
      for file in ["rules/rules.csv", "elsewhere/all.yaml"] { try repository.lose("large:\(file)") }
      let ran = try repository.diff("v1:rules", "large:rules")
      #expect(ran.errors.contains("large:rules/large.yaml:1:1: error: this file is larger than 1 MiB [too-large]"))
      #expect(ran.status == 1)
    }
  }
}
