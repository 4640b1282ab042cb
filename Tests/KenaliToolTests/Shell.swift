import Foundation
import Testing

/// What a line of shell did.
struct ShellOutcome {
    var status: Int32
    var output: String
    var errors: String
}

enum Shell {
    /// Runs a script in a folder of its own; `$KENALI` is the tool, `$PROJECT` the project's folder.
    static func run(_ script: String, locale: String = "C.UTF-8") throws -> ShellOutcome {
        let tool = try #require(ToolTests.executable("kenali"))
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "( \(script)\n) >.out 2>.err </dev/null"]
        process.currentDirectoryURL = folder
        var environment = ["KENALI": tool.path, "PROJECT": Project.folder.path, "LC_ALL": locale]
        let sanitizers = ["ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"]
        for name in ["PATH", "HOME", "JAVA_HOME", "KENALI_PYTHON", "CHROMIUM"] + sanitizers {
            environment[name] = ProcessInfo.processInfo.environment[name]
        }
        process.environment = environment
        try process.run()
        process.waitUntilExit()
        func text(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
        }
        return ShellOutcome(status: process.terminationStatus, output: try text(".out"), errors: try text(".err"))
    }

    /// Whether a program is there, or a module of the Python that `KENALI_PYTHON` names.
    static func has(_ program: String) -> Bool {
        (try? run("command -v \(program)"))?.status == 0
    }

    /// Whether there is a Chromium that Python can steer.
    static var hasBrowser: Bool {
        has("python3") && ["chromium", "chromium-browser", "google-chrome", "chrome"].contains(where: has)
    }

    static func hasPythonModules(_ names: String...) -> Bool {
        (try? run("\"${KENALI_PYTHON:-python3}\" -c 'import \(names.joined(separator: ", "))'"))?.status == 0
    }
}
