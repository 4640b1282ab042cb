import Synchronization

/// Whether somebody asked the tool to stop: SIGINT (Ctrl-C) or SIGTERM. The second time the process ends at once.
enum StopSignal {
    private static let raised = Atomic<Int32>(0)

    /// The signal that came, nil when none did.
    static var current: Int32? {
        let signal = raised.load(ordering: .relaxed)
        return signal == 0 ? nil : signal
    }

    /// Catches the signals from now on. Calls that wait are interrupted by them.
    static func watch() {
        for number in [SIGINT, SIGTERM] {
            var action = sigaction()
            #if canImport(Darwin)
                action.__sigaction_u.__sa_handler = { StopSignal.raised.store($0, ordering: .relaxed) }
                action.sa_flags = Int32(SA_RESETHAND)
            #else
                // Safe: the handler captures nothing and stores one atomic number.
                unsafe action.__sigaction_handler.sa_handler = { StopSignal.raised.store($0, ordering: .relaxed) }
                action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
            #endif
            unsafe sigaction(number, &action, nil)
        }
    }

    /// The signal's name.
    static func name(_ signal: Int32) -> String { signal == SIGINT ? "SIGINT" : "SIGTERM" }
}
