// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
/// Only the linking: the flags by which every module reports its coverage are in `run`.
let fuzzer: [LinkerSetting] = [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]

let package = Package(
  name: "cairn-fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "cairn", path: "..")],
  targets: [
    .target(name: "CFuzzer"),
    .executableTarget(
      name: "FuzzRulebook", dependencies: ["CFuzzer", .product(name: "Cairn", package: "cairn")], swiftSettings: strict,
      linkerSettings: fuzzer),
    .executableTarget(
      name: "FuzzProfile",
      dependencies: ["CFuzzer", .product(name: "Cairn", package: "cairn"), .product(name: "CairnJSON", package: "cairn")],
      swiftSettings: strict, linkerSettings: fuzzer),
  ]
)
