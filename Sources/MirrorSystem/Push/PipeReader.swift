/// The sending end of a pipe; where the package can be read at any place, it begins again by itself.
final class PipeReader: PieceReader {
    private let pipe: BlobPipe
    private let reopen: (() throws(PushFailure) -> (any PieceReader)?)?
    private var held = 0
    /// What is read instead, after a restart.
    private var direct: (any PieceReader)?

    init(_ pipe: BlobPipe, reopen: (() throws(PushFailure) -> (any PieceReader)?)? = nil) {
        self.pipe = pipe
        self.reopen = reopen
    }

    /// What was handed out before is no longer in use by then.
    func next() throws(PushFailure) -> [UInt8]? {
        if let direct { return try direct.next() }
        release()
        let piece = try pipe.read()
        held = piece?.count ?? 0
        return piece
    }

    var made: MadeLayer? { direct?.made ?? pipe.made }

    func restart() throws(PushFailure) -> Bool {
        guard let reader = try reopen?() else { return false }
        close()
        direct = reader
        return true
    }

    func close() {
        release()
        pipe.abandon()
    }

    private func release() {
        if held > 0 { pipe.gaveBack(held) }
        held = 0
    }
}
