import Cairn
import Foundation
import Testing

@Suite("Files")
struct FileSystemTests {
  @Test("lists the YAML files of a folder and below it by path, without what begins with a dot")
  func lists() throws {
    let folder = try TemporaryFolder()
    for name in ["b.YAML", "a/z.yml", "a.yaml", "a/.hidden.yaml", ".git/c.yaml", "README.md", "a-b/c.yaml"] { try folder.write(name) }
    let names = try FileSystem.yamlFiles(in: folder.path).files.map { String($0.dropFirst(folder.path.count + 1)) }
    #expect(names == ["a-b/c.yaml", "a.yaml", "a/z.yml", "b.YAML"])
  }

  @Test("reads a folder that is linked to itself once, and passes over no link that leads nowhere, whatever its name")
  func links() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.yaml")
    try folder.link("again", to: folder.path)
    try folder.link("lost.yaml", to: "nowhere.yaml")
    try folder.link("round", to: "round")
    try folder.link("safeguards", to: "../nowhere")
    let listing = try FileSystem.yamlFiles(in: folder.path)
    #expect(listing.files.map { FileSystem.relative($0, to: folder.path) } == ["a.yaml"])
    #expect(listing.obstacles.map { FileSystem.relative($0.path, to: folder.path) } == ["lost.yaml", "round", "safeguards"])
    #expect(Set(listing.obstacles.map(\.problem)) == [.deadLink])
    #expect(throws: FileSystem.Problem.deadLink) { try FileSystem.read(FileSystem.join(folder.path, "lost.yaml")) }
    #expect(throws: FileSystem.Problem.deadLink) { try FileChunks(FileSystem.join(folder.path, "round")) }
  }

  @Test("a folder that lists its names and lets nobody look at them is an obstacle, once")
  func closed() throws {
    let listing = try ClosedFolder().yamlFiles(in: "rules")
    #expect(listing.files == ["rules/a.yaml"])
    #expect(listing.obstacles == [FileListing.Obstacle(path: "rules/closed", problem: .unreadable)])
    #expect(throws: FileSystem.Problem.unreadable) { try ClosedFolder().yamlFiles(in: "rules/closed") }
  }

  /// A folder `rules` with a file and with a folder that may be listed and not entered.
  private struct ClosedFolder: FileTree {
    func kind(of path: String) throws(FileSystem.Problem) -> FileKind {
      switch path {
      case "rules", "rules/.", "rules/closed": return .folder(id: Array(FileSystem.tidied(path).utf8))
      case "rules/a.yaml": return .file
      default: throw .unreadable
      }
    }

    func names(in folder: String) -> [String] { folder == "rules" ? ["closed", "a.yaml"] : ["safeguards.yaml", "more"] }
    func read(_ path: String, limit: Int) -> [UInt8] { [] }
    func pieces(of path: String) -> FileChunks { FileChunks([]) }
  }

  @Test(
    "what the system says becomes one of few reasons, and what is new to us is no reason to pass over a file",
    arguments: [
      (ENOENT, FileSystem.Problem.missing), (ENOTDIR, .missing), (ELOOP, .deadLink), (EACCES, .unreadable), (EPERM, .unreadable),
      (EMFILE, .unreadable), (EIO, .unreadable), (ENAMETOOLONG, .unreadable),
    ])
  func reasons(code: Int32, problem: FileSystem.Problem) {
    #expect(FileSystem.Problem(errno: code) == problem)
  }

  @Test("opens regular files and nothing that one may wait for")
  func pipes() throws {
    let folder = try TemporaryFolder()
    let pipe = FileSystem.join(folder.path, "pipe.yaml")
    #expect(mkfifo(pipe, 0o600) == 0)
    for path in [pipe, "/dev/zero", "/dev/null"] {
      #expect(throws: FileSystem.Problem.notRegular) { try FileSystem.read(path) }
      #expect(throws: FileSystem.Problem.notRegular) { try FileChunks(path) }
    }
    #expect(try FileSystem.yamlFiles(in: folder.path).files == [pipe])
  }

  @Test("reads a file up to its limit and not a byte further")
  func reads() throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "x", count: 70_000)
    try folder.write("a.yaml", text)
    let path = FileSystem.join(folder.path, "a.yaml")
    #expect(try FileSystem.read(path, limit: 70_000) == Array(text.utf8))
    #expect(throws: FileSystem.Problem.tooLarge) { try FileSystem.read(path, limit: 69_999) }
  }

  @Test("tells a folder from a file and from nothing")
  func kinds() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.yaml")
    let file = FileSystem.join(folder.path, "a.yaml")
    #expect(FileSystem.isFolder(folder.path))
    #expect(!FileSystem.isFolder(file))
    #expect(FileSystem.exists(file))
    #expect(!FileSystem.exists(file + "x"))
    #expect(throws: FileSystem.Problem.isFolder) { try FileSystem.read(folder.path) }
    #expect(throws: FileSystem.Problem.missing) { try FileSystem.read(file + "/b") }
    #expect(throws: FileSystem.Problem.notFolder) { try FileSystem.yamlFiles(in: file) }
    #expect(throws: FileSystem.Problem.missing) { try FileSystem.yamlFiles(in: file + "x") }
  }

  @Test(
    "joins and parts paths as they are written in a rulebook",
    arguments: [("rules", "../Plugins", "rules/../Plugins"), ("", "a", "a"), ("/", "a", "/a"), ("rules", "/a", "/a")])
  func joins(folder: String, path: String, joined: String) {
    #expect(FileSystem.join(folder, path) == joined)
  }

  @Test(
    "shows paths without detours",
    arguments: [
      ("rules/../Plugins/Hub", "Plugins/Hub"), ("./rules//a", "rules/a"), ("../a", "../a"), ("/a/../b", "/b"), ("../../a", "../../a"),
    ])
  func tidies(path: String, tidied: String) {
    #expect(FileSystem.tidied(path) == tidied)
  }

  @Test(
    "names what lies in a folder as seen from there",
    arguments: [("a/b/c.yaml", "a/b", "c.yaml"), ("ä/b", "ä/", "b"), ("a", "", "a"), ("b/c", "a", "b/c")])
  func relatives(path: String, folder: String, relative: String) {
    #expect(FileSystem.relative(path, to: folder) == relative)
  }

  @Test("names the folder of a path", arguments: [("rules/a.yaml", "rules"), ("a.yaml", ""), ("/a.yaml", "/"), ("a/b/", "a/b")])
  func folders(path: String, folder: String) {
    #expect(FileSystem.folder(of: path) == folder)
  }
}
