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
    .target(name: "CMeters", linkerSettings: [.linkedLibrary("yaml"), .linkedLibrary("simdjson")]),
    .executableTarget(
      name: "cairn-benchmarks",
      dependencies: [
        .product(name: "Cairn", package: "cairn"), .product(name: "CairnBench", package: "cairn"),
        .product(name: "CairnDirectory", package: "cairn"),
        .product(name: "CairnJSON", package: "cairn"), "CMeters",
      ],
      path: "Sources/CairnBenchmarks",
      swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)
