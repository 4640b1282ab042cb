// swift-tools-version: 6.2

import PackageDescription

/// Set by `.ci/run`, see ../Package.swift.
let warningsAreErrors = Context.environment["KENALI_WARNINGS_ARE_ERRORS"] != nil

let settings: [SwiftSetting] =
    (warningsAreErrors ? [.treatAllWarnings(as: .error)] : []) + [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]

let kenali: [Target.Dependency] = [
    .product(name: "Kenali", package: "kenali"),
    .product(name: "KenaliText", package: "kenali"),
]

// A package of its own, so that who imports Kenali never resolves a benchmark library.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v26)],
    dependencies: [
        .package(name: "kenali", path: ".."),
        // Nobody depends on this package, and figures are compared over time: the very same version each time.
        .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
    ],
    targets: [
        .systemLibrary(
            name: "SystemICU",
            pkgConfig: "icu-uc",
            providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]
        ),
        .target(name: "CRawICU", dependencies: ["SystemICU"]),
        .target(name: "CAllocations"),
        .target(name: "Workbench", dependencies: kenali + ["CAllocations", "CRawICU"], swiftSettings: settings),
        .executableTarget(name: "Ratios", dependencies: ["Workbench"], swiftSettings: settings),
        .executableTarget(name: "Counts", dependencies: ["Workbench"], swiftSettings: settings),
        .executableTarget(
            name: "Stages",
            dependencies: ["Workbench", .product(name: "Benchmark", package: "benchmark")],
            path: "Benchmarks/Stages",
            swiftSettings: settings,
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
        ),
    ],
    cLanguageStandard: .c2x
)

// libFuzzer brings the `main`, so that the fuzzer can only be linked with it: see `fuzz`.
if Context.environment["KENALI_FUZZER"] != nil {
    package.targets.append(
        .executableTarget(
            name: "Fuzz", dependencies: kenali, exclude: [],
            swiftSettings: settings + [.enableExperimentalFeature("Lifetimes")]))
}
