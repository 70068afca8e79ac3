// swift-tools-version: 6.2
import PackageDescription

/// Every target of the project speaks the same Swift.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "cairn",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Cairn", targets: ["Cairn"]),
    .library(name: "CairnJSON", targets: ["CairnJSON"]),
    .library(name: "CairnPlugins", targets: ["CairnPlugins"]),
    .executable(name: "cairn", targets: ["CairnCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "Cairn", dependencies: ["CLibYAML"], swiftSettings: strict),
    .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "CairnJSON", dependencies: ["Cairn", "CSimdJSON"], swiftSettings: strict),
    .target(
      name: "PeerGroup", dependencies: ["Cairn"], path: "Plugins/PeerGroup", exclude: ["README.md", "cases.yaml"],
      sources: ["PeerGroup.swift"], resources: [.embedInCode("support.yaml"), .embedInCode("texts/en.yaml")], swiftSettings: strict),
    .target(name: "CairnPlugins", dependencies: ["Cairn", "PeerGroup"], swiftSettings: strict),
    .executableTarget(
      name: "CairnCommand",
      dependencies: ["Cairn", "CairnJSON", "CairnPlugins", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),
    .testTarget(name: "CairnTests", dependencies: ["Cairn"], exclude: ["Rulebook/Mistakes", "Support/Mistakes"], swiftSettings: strict),
    .testTarget(name: "CairnJSONTests", dependencies: ["Cairn", "CairnJSON"], swiftSettings: strict),
    .testTarget(
      name: "CairnCommandTests", dependencies: ["Cairn", "CairnCommand", "CairnPlugins", "PeerGroup"], exclude: ["Golden"],
      swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)
