internal import Foundation

/// Which entry is fuzzed: `KENALI_FUZZ` names it, see ``FuzzEntry``.
private let entry = FuzzEntry(rawValue: ProcessInfo.processInfo.environment["KENALI_FUZZ"] ?? "") ?? .extraction

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    entry.run(unsafe UnsafeBufferPointer(start: start, count: count).span)
    return 0
}
