internal import Foundation

/// Which entry is fuzzed: `KENALI_FUZZ` names it, see ``FuzzEntry``.
private let entry = FuzzEntry(rawValue: ProcessInfo.processInfo.environment["KENALI_FUZZ"] ?? "") ?? .extraction

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    entry.run(unsafe UnsafeBufferPointer(start: start, count: count).span, isWhole: false)
    return 0
}

/// libFuzzer's own loop. Its `main` is not used: the package manager gives that name to the target's.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ run: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@main
enum Fuzz {
    static func main() {
        var count = CommandLine.argc
        var arguments = unsafe CommandLine.unsafeArgv
        exit(unsafe runFuzzer(&count, &arguments, { start, count in unsafe fuzzOneInput(start, count) }))
    }
}
