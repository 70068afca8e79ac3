import Foundation
import Testing

/// A repository may come from anybody, with settings of its own; comparing two of its revisions runs none of what they name.
@Suite("Repositories that are up to something")
struct HostileRepositoryTests {
  /// A program that leaves a mark when it is run.
  private func trap(in repository: Repository) throws -> (program: String, mark: URL) {
    let mark = repository.outside.appendingPathComponent("mark")
    let program = repository.outside.appendingPathComponent("trap")
    try "#!/bin/sh\ntouch '\(mark.path)'\nexit 1\n".write(to: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    return (program.path, mark)
  }

  private func repository(_ check: (Repository) throws -> Void) throws {
    let repository = try Repository()
    defer { repository.remove() }
    try check(repository)
  }

  @Test(
    "none of its settings runs a program",
    arguments: [
      "core.fsmonitor", "core.sshCommand", "core.gitProxy", "core.pager", "core.askPass", "core.editor", "core.alternateRefsCommand",
      "diff.external", "diff.yaml.textconv", "diff.yaml.command", "filter.yaml.smudge", "filter.yaml.clean", "credential.helper",
      "gpg.program", "uploadpack.packObjectsHook", "alias.ls-tree", "alias.cat-file", "pager.ls-tree", "remote.origin.uploadpack",
    ])
  func settings(name: String) throws {
    try repository { repository in
      let (program, mark) = try trap(in: repository)
      try repository.git("config", name, program)
      try repository.write(".git/info/attributes", "*.yaml diff=yaml filter=yaml\n")
      let ran = try repository.diff("v1:rules", "main:rules")
      #expect(ran.status == 0 && ran.output.contains("v1:rules → main:rules"))
      #expect(!FileManager.default.fileExists(atPath: mark.path))
    }
  }

  @Test("none of its hooks runs")
  func hooks() throws {
    try repository { repository in
      let (program, mark) = try trap(in: repository)
      for hook in ["post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman", "pre-auto-gc"] {
        try FileManager.default.copyItem(atPath: program, toPath: repository.url.appendingPathComponent(".git/hooks/\(hook)").path)
      }
      #expect(try repository.diff("v1:rules", "main:rules").status == 0)
      #expect(!FileManager.default.fileExists(atPath: mark.path))
    }
  }

  @Test(
    "what a partial clone lacks is fetched through none of the ways that it names, and is said to be lacking",
    arguments: ["uploadpack", "ext", "ssh", "vcs", "file", "always"])
  func partialClone(way: String) throws {
    try repository { repository in
      let (program, mark) = try trap(in: repository)
      try repository.git("config", "core.repositoryFormatVersion", "1")
      try repository.git("config", "extensions.partialClone", "origin")
      try repository.git("config", "remote.origin.promisor", "true")
      try repository.git("config", "remote.origin.partialCloneFilter", "blob:none")
      try repository.git(
        "config", "remote.origin.url", ["ext": "ext::\(program)", "ssh": "ssh://example.invalid/x"][way] ?? repository.url.path)
      if way == "vcs" { try repository.git("config", "remote.origin.vcs", "trap") }
      try repository.git("config", "remote.origin.uploadpack", program)
      try repository.git("config", "core.sshCommand", program)
      for protocolName in ["file", "ext", "ssh"] { try repository.git("config", "protocol.\(protocolName).allow", "always") }
      if way == "always" { try repository.git("config", "protocol.allow", "always") }
      try repository.lose("main:rules/rules.yaml")
      let ran = try repository.diff("v1:rules", "main:rules", environment: ["GIT_ALLOW_PROTOCOL": "file:ext:ssh"])
      #expect(ran.status == 2 && ran.output.isEmpty)
      #expect(ran.errors.hasPrefix("The new rulebook, main:rules, cannot be used.\n\nerror: git cannot read the revision's `rules/"))
      #expect(!FileManager.default.fileExists(atPath: mark.path))
    }
  }

  @Test("a bare repository among the files of another is not taken for it")
  func bareInside() throws {
    try repository { repository in
      let (program, mark) = try trap(in: repository)
      let bare = repository.url.appendingPathComponent("notes/rules")
      try repository.git("clone", "--quiet", "--bare", ".", bare.path)
      try repository.git("--git-dir", bare.path, "config", "core.fsmonitor", program)
      try repository.git("--git-dir", bare.path, "config", "core.worktree", repository.outside.path)
      try repository.git("--git-dir", bare.path, "config", "core.bare", "false")
      let ran = try repository.diff("v1:rules", "main:rules", in: "notes/rules")
      #expect(ran.status == 2)
      #expect(ran.errors.contains("there is no git repository here to look for a revision in"))
      #expect(!FileManager.default.fileExists(atPath: mark.path))
    }
  }

  @Test("a bare repository that the reader names is read")
  func bareNamed() throws {
    try repository { repository in
      let bare = repository.outside.appendingPathComponent("bare")
      try repository.git("clone", "--quiet", "--bare", ".", bare.path)
      let ran = try repository.diff("v1:rules", "main:rules", in: "rules", environment: ["GIT_DIR": bare.path])
      #expect(ran.status == 0 && ran.output.contains("v1:rules → main:rules"))
    }
  }

  @Test("settings of the reader and of the machine are left unread, but for whose repositories they trust")
  func owners() throws {
    try repository { repository in
      let (program, mark) = try trap(in: repository)
      let home = repository.outside
      try "[core]\n  fsmonitor = \(program)\n[safe]\n  directory = *\n".write(
        to: home.appendingPathComponent(".gitconfig"), atomically: true, encoding: .utf8)
      let environment = ["HOME": home.path, "GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"]
      #expect(try repository.diff("v1:rules", "main:rules", environment: environment).status == 0)
      #expect(!FileManager.default.fileExists(atPath: mark.path))
    }
  }

  @Test("objects that lie elsewhere are read where git finds them, and a place that is not there is said")
  func alternates() throws {
    try repository { repository in
      try repository.write(".git/objects/info/alternates", "\(repository.outside.path)/nowhere\n")
      #expect(try repository.diff("v1:rules", "main:rules").status == 0)
    }
  }
}
