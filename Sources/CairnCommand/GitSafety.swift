import Foundation

/// What keeps a repository's own settings from running anything. A repository that came by mail or in an archive brings its settings along,
/// and git does as they say: it fetches what is missing through any program that they name, and asks file monitors and hooks.
enum GitSafety {
  /// Settings that win over those of the repository.
  static let configuration =
    [
      "protocol.allow=never",
      // A bare repository among the files of another is not taken for the reader's.
      "safe.bareRepository=explicit",
      "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.sshCommand=false", "core.gitProxy=", "core.askPass=", "credential.helper=",
      "core.alternateRefsCommand=false", "core.attributesFile=/dev/null", "diff.external=false", "gc.auto=0", "maintenance.auto=false",
      "submodule.recurse=false",
    ].flatMap { ["-c", $0] } + ["--no-pager", "--no-replace-objects", "--no-optional-locks"]

  /// The reader's environment without what would change what git does, and without a way to fetch.
  static func environment() -> [String: String] {
    reduced { !places.contains($0) }.merging(
      [
        "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_ATTR_NOSYSTEM": "1",
        // Wins over every setting, those of one protocol too. There is no protocol of this name.
        "GIT_ALLOW_PROTOCOL": "none", "GIT_PROTOCOL_FROM_USER": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0",
        "GIT_PAGER": "cat", "LC_ALL": "C",
      ]) { $1 }
  }

  /// For reading the reader's own settings, which is done outside of every repository.
  static func ownEnvironment() -> [String: String] { reduced { !["GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"].contains($0) } }

  /// Where the repository is, as the reader or a hook says.
  private static let places: Set<String> = [
    "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_CEILING_DIRECTORIES",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_NAMESPACE",
  ]

  /// Whether the reader named the repository, which may then be a bare one.
  static var isNamed: Bool { ProcessInfo.processInfo.environment["GIT_DIR"] != nil }

  private static func reduced(without isDropped: (String) -> Bool) -> [String: String] {
    ProcessInfo.processInfo.environment.filter { name, _ in !(name.hasPrefix("GIT_") && isDropped(name)) }
  }
}
