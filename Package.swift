// swift-tools-version: 6.2

import PackageDescription

/// A target of the library and what it may import: only what stands before it, see `Tests/KenaliTests/ImportTests.swift`.
struct Layer {
    var name: String
    var dependencies: [Target.Dependency]
}

let layers = [
    Layer(name: "KenaliText", dependencies: ["CByteBlock", "CICU", "KenaliData"]),
    Layer(name: "KenaliStorage", dependencies: []),
    Layer(name: "KenaliLexicon", dependencies: ["KenaliStorage", "KenaliText"]),
    Layer(name: "KenaliRules", dependencies: ["KenaliLexicon", "KenaliStorage", "KenaliText"]),
    Layer(
        name: "Kenali", dependencies: ["KenaliImage", "KenaliLexicon", "KenaliRules", "KenaliStorage", "KenaliText"]),
    Layer(name: "KenaliFormats", dependencies: ["Kenali", "KenaliLexicon", "KenaliText"]),
]

/// Set by `.ci/run`: a file that warns is never compiled, so that no later run can miss it.
let warningsAreErrors = Context.environment["KENALI_WARNINGS_ARE_ERRORS"] != nil

let settings: [SwiftSetting] =
    (warningsAreErrors ? [.treatAllWarnings(as: .error)] : []) + [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableExperimentalFeature("Lifetimes"),
    ]

/// `KENALI_DOCUMENTATION=1 swift package generate-documentation --target Kenali`; who depends on Kenali never resolves it.
let documentationTools: [Package.Dependency] =
    Context.environment["KENALI_DOCUMENTATION"] == nil
    ? [] : [.package(url: "https://github.com/swiftlang/swift-docc-plugin", .upToNextMinor(from: "1.5.0"))]

/// Those of what is shipped: each use of a pointer says so. In tests the macros could not.
let safeSettings = settings + [.strictMemorySafety()]

let package = Package(
    name: "kenali",
    // What the code asks for (`UTF8Span`, `InlineArray`); only Linux is checked. Other systems of Apple's have no ICU to link.
    platforms: [.macOS(.v26)],
    products: [
        .library(name: "Kenali", targets: ["Kenali", "KenaliFormats"]),
        .library(name: "KenaliText", targets: ["KenaliText"]),
        .executable(name: "kenali", targets: ["KenaliTool"]),
    ],
    dependencies: [
        // The next minor version may warn, or want another compiler; an exact one would bind who depends on Kenali.
        .package(url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.0"))
    ] + documentationTools,
    targets: [
        .systemLibrary(
            name: "CICU",
            pkgConfig: "icu-uc",
            providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]
        ),
        .target(name: "CByteBlock"),
        .systemLibrary(name: "CMalloc"),
        .target(name: "KenaliData", exclude: ["Lexicon", "Rules", "classes.tsv"]),
        // All knowledge as one literal that the plugin makes: see `Sources/KenaliImage`.
        .target(
            name: "KenaliImage", dependencies: ["KenaliStorage"], swiftSettings: safeSettings,
            plugins: ["KenaliImagePlugin"]),
        .plugin(name: "KenaliImagePlugin", capability: .buildTool(), dependencies: ["KenaliImageBuilder"]),
        .executableTarget(
            name: "KenaliImageBuilder", dependencies: ["KenaliLexicon", "KenaliRules", "KenaliStorage"],
            swiftSettings: safeSettings),
        // Not named `kenali`: on a case-insensitive disk it would collide with the module `Kenali`.
        .executableTarget(
            name: "KenaliTool",
            dependencies: [
                "Kenali",
                "KenaliFormats",
                "KenaliLexicon",
                "KenaliText",
                "CMalloc",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: safeSettings
        ),
        .executableTarget(
            name: "LinkageProbe",
            dependencies: ["Kenali", "KenaliFormats"],
            path: "Tests/LinkageProbe",
            swiftSettings: settings
        ),
        .testTarget(
            name: "KenaliToolTests",
            dependencies: ["KenaliText", "KenaliTool", "LinkageProbe"],
            swiftSettings: settings
        ),
    ]
        + layers.map { .target(name: $0.name, dependencies: $0.dependencies, swiftSettings: safeSettings) }
        + layers.map {
            .testTarget(
                name: "\($0.name)Tests",
                // What is built in belongs to `Kenali`.
                dependencies: [.target(name: $0.name)] + $0.dependencies
                    + (["KenaliLexicon", "KenaliRules"].contains($0.name) ? ["Kenali", "KenaliImage"] : []),
                swiftSettings: settings)
        },
    cLanguageStandard: .c2x
)
