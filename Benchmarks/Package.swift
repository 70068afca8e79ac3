// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "cairn-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "cairn", path: "..")],
  targets: [
    .target(name: "CMeters", linkerSettings: [.linkedLibrary("yaml")]),
    .executableTarget(
      name: "cairn-benchmarks",
      dependencies: [.product(name: "Cairn", package: "cairn"), "CMeters"],
      path: "Sources/CairnBenchmarks",
      swiftSettings: strict),
  ]
)
