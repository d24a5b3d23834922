import RegistryClient

/// Sends one blob into one repository: goes on where an earlier upload stopped, sends chunk after chunk, and finishes.
struct BlobUploader {
    let client: PushClient
    let context: PushContext
    let unit: RepositoryBlob
    let reader: any PieceReader

    private let hasTurn: Bool
    private var session: UploadSession?
    /// Of the piece's first byte in the blob.
    private var position = 0
    private var restarts = 0
    /// The digest did not fit once.
    private var spoilt = false
    private var faith = OffsetFaith()
    /// Answers to chunks that did not come to their end, one after the other.
    private var dripped = 0
    private static let mostDrips = 3

    init(
        _ client: PushClient,
        _ context: PushContext,
        _ unit: RepositoryBlob,
        _ reader: any PieceReader,
        hasTurn: Bool = true
    ) {
        self.client = client
        self.hasTurn = hasTurn
        self.context = context
        self.unit = unit
        self.reader = reader
    }

    /// - Returns: bytes and digest of what the registry stores.
    mutating func upload() throws(PushFailure) -> MadeLayer {
        try resume()
        while true {
            do throws(PushFailure) {
                return try pass()
            } catch {
                guard case .forgotten = error else { throw error }
                try begin()
            }
        }
    }

    /// From the reader's start to the end of the blob; throws `forgotten` when the registry knows the upload no longer.
    private mutating func pass() throws(PushFailure) -> MadeLayer {
        position = 0
        var piece = try reader.next()
        if let only = piece, session == nil, only.count < ChunkSize.largest, only.count <= context.chunk.current {
            piece = try reader.next()
            if piece == nil { return try sendWhole(only, try layer(only.count).digest) }
            try send(only)
        }
        while let bytes = piece {
            try send(bytes)
            piece = try reader.next()
        }
        return try finish()
    }

    // MARK: - The upload

    /// What an earlier run has left, as far as the registry still has it.
    private mutating func resume() throws(PushFailure) {
        guard let kept = context.journal.upload(of: unit.blob, in: unit.repository), kept.offset > 0,
            let location = HTTPURL(kept.url)
        else { return }
        let old = UploadSession(repository: unit.repository, location: location, offset: kept.offset)
        if case .holds(let known) = try context.trying(.upload, unit, { client.status(old) }) {
            if known.offset != kept.offset { faith.goesBack() }
            session = known
            context.tell(.resumed(unit, bytes: known.offset))
        } else {
            try context.journal.write(.ended(repository: unit.repository, blob: unit.blob.key))
        }
    }

    private mutating func open() throws(PushFailure) -> UploadSession {
        if let session { return session }
        let start = try context.trying(.upload, unit) { client.openUpload(in: unit.repository) }
        guard case .opened(let opened) = start else {
            throw .registry(.unexpectedResponse(status: 201, what: "Location"), during: .upload)
        }
        session = opened
        return opened
    }

    /// The first byte again: a new upload, from memory, from the package, or in the next reading of the package.
    private mutating func begin() throws(PushFailure) {
        session = nil
        faith.beginsAnew()
        restarts += 1
        context.tell(.resumed(unit, bytes: 0))
        try context.journal.write(.ended(repository: unit.repository, blob: unit.blob.key))
        guard restarts <= context.settings.restarts else { throw .forgotten(times: restarts) }
        guard try reader.restart() else { throw .again }
    }

    // MARK: - Bytes

    /// The part of a piece that the registry does not have yet, in as many chunks as it takes.
    private mutating func send(_ bytes: [UInt8]) throws(PushFailure) {
        let end = position + bytes.count
        var retrying = context.retrying(.upload)
        var session = try open()
        while session.offset < end || session.isContradicted {
            guard !context.stop.isCancelled else { throw .cancelled }
            if hasTurn { try context.makeRoom() }
            if !session.isOffsetSaid {
                session = try asked(session)
                self.session = session
                if session.offset >= end { break }
            }
            let from = session.offset - position
            // The registry has lost what is no longer in memory.
            guard from >= 0 else { throw .forgotten(times: restarts) }
            let range = from..<min(bytes.count, from + context.chunk.current)
            let begun = ContinuousClock.now
            switch client.append(HTTPPiece(bytes, range: range, pace: context.pace), to: session) {
            case .success(let next):
                retrying.reset()
                dripped = 0
                context.wentWell()
                faith.took(from: session.offset, isConfirmed: next.isOffsetSaid)
                session = next
                try acknowledged(session)
                if context.chunk.took(Int(begun.duration(to: .now) / .milliseconds(1)), for: range.count) {
                    context.tell(.chunkShrunk(bytes: context.chunk.current))
                }
            case .failure(let trouble): session = try recover(session, trouble, range.count, &retrying)
            }
            self.session = session
        }
        position = end
    }

    private func acknowledged(_ session: UploadSession) throws(PushFailure) {
        try context.journal.write(
            .upload(
                repository: unit.repository,
                blob: unit.blob.key,
                url: session.location.text,
                offset: session.offset
            )
        )
        context.tell(.acknowledged(unit, bytes: session.offset))
    }

    /// After trouble nothing is sent before the registry has said what it holds.
    private mutating func recover(
        _ session: UploadSession,
        _ trouble: RegistryError,
        _ count: Int,
        _ retrying: inout Retrying
    ) throws(PushFailure) -> UploadSession {
        // It may take each chunk all the same: at that pace no upload ends.
        if trouble == .transport(.timedOut(.answering)) {
            dripped += 1
            guard dripped < Self.mostDrips else { throw failure(trouble) }
        }
        if trouble.isTooLarge {
            try shrink(count, trouble)
            // Nothing of the chunk is there; where the registry cannot say so, what was sent before it counts.
            guard !faith.ignoresRegistry, case .holds(let next) = try status(session), next.offset >= session.offset
            else {
                return session
            }
            return next
        }
        let isAboutPlace = trouble.status == 416 || faith.isDoubtful && [400, 409, 422].contains(trouble.status)
        if isAboutPlace {
            try onceMore(trouble, &retrying)
        } else if [404, 410].contains(trouble.status) || trouble.codes.contains("BLOB_UPLOAD_UNKNOWN") {
            throw .forgotten(times: restarts)
        } else {
            try context.wait(trouble, .upload, unit, &retrying)
        }
        guard case .holds(let next) = try status(session), isAboutPlace || !faith.ignoresRegistry else {
            throw .forgotten(times: restarts)
        }
        if isAboutPlace, next.offset == session.offset {
            // It names that place itself: the length is what it does not take, unless the place was never right.
            guard !faith.isDoubtful else {
                faith.wasRefused()
                throw .forgotten(times: restarts)
            }
            try shrink(count, trouble)
            return next
        }
        if isAboutPlace { faith.wasRefused() }
        if !(session.offset...session.offset + count).contains(next.offset) {
            faith.goesBack()
            try loses()
        }
        return next
    }

    /// It has lost what it had acknowledged: no more often than it may forget an upload.
    private mutating func loses() throws(PushFailure) {
        restarts += 1
        guard restarts <= context.settings.restarts else { throw .forgotten(times: restarts) }
    }

    private func status(_ session: UploadSession) throws(PushFailure) -> UploadStatus {
        try context.trying(.upload, unit) { client.status(session) }
    }

    private func failure(_ trouble: RegistryError) -> PushFailure { .registry(trouble, during: .upload) }

    /// Smaller chunks from now on; throws when there is nothing smaller to try.
    private func shrink(_ count: Int, _ trouble: RegistryError) throws(PushFailure) {
        guard context.chunk.wasTooLarge(count) else {
            throw trouble.status == 413 ? .tooLarge(bytes: count) : failure(trouble)
        }
        context.tell(.chunkShrunk(bytes: context.chunk.current))
    }

    private func onceMore(_ trouble: RegistryError, _ retrying: inout Retrying) throws(PushFailure) {
        guard retrying.again() else { throw failure(trouble) }
    }

    /// A registry that took a chunk and did not say that it holds all of it is asked before the next one. Where it cannot say
    /// that either, or says what cannot be, what was sent counts, and the digest decides.
    private mutating func asked(_ session: UploadSession) throws(PushFailure) -> UploadSession {
        var own = session
        own.isOffsetSaid = true
        own.isContradicted = false
        do throws(PushFailure) {
            guard case .holds(let next) = try status(session) else {
                faith.ignoresRegistry = faith.ignoresRegistry || session.isContradicted
                return own
            }
            own.location = next.location
            guard faith.believes(next.offset, sent: own.offset) else { return own }
            if !faith.hasGrown(to: next.offset, sent: own.offset) { try loses() }
            return next
        } catch {
            // It answers, and it took the chunk.
            guard case .registry(.refused, _) = error else { throw error }
            return own
        }
    }

    /// All of a small blob in one request.
    private mutating func sendWhole(_ bytes: [UInt8], _ digest: String) throws(PushFailure) -> MadeLayer {
        var retrying = context.retrying(.upload)
        while true {
            guard !context.stop.isCancelled else { throw .cancelled }
            let session = try open()
            switch client.finish(session, digest: digest, piece: HTTPPiece(bytes, pace: context.pace)) {
            case .success: return try stored(digest, bytes.count)
            case .failure(let trouble) where trouble.isTooLarge:
                try shrink(bytes.count, trouble)
                try send(bytes)
                return try finish()
            case .failure(let trouble):
                if trouble.status.map([404, 410].contains) != true || !retrying.again() {
                    try context.wait(trouble, .upload, unit, &retrying)
                }
                if try isThere(digest, bytes.count) { return try stored(digest, bytes.count) }
                self.session = nil
            }
        }
    }

    // MARK: - The end

    private mutating func finish() throws(PushFailure) -> MadeLayer {
        let session = try open()
        let layer = try layer(session.offset)
        guard session.offset == layer.size else { throw .forgotten(times: restarts) }
        var retrying = context.retrying(.finish)
        while true {
            switch client.finish(session, digest: layer.digest) {
            case .success: return try stored(layer.digest, layer.size)
            case .failure(let trouble):
                // It checks the digest, and has other bytes than were sent: once more from the start, not for ever.
                if trouble.status == 400 {
                    if spoilt { throw .registry(trouble, during: .finish) }
                    spoilt = true
                    faith.wasRefused()
                    throw .forgotten(times: restarts)
                }
                if trouble.status.map([404, 410, 416].contains) == true { throw .forgotten(times: restarts) }
                try context.wait(trouble, .finish, unit, &retrying)
                if try isThere(layer.digest, layer.size) { return try stored(layer.digest, layer.size) }
                guard case .holds(let now) = try context.trying(.finish, unit, { client.status(session) }),
                    now.offset == session.offset
                else { throw .forgotten(times: restarts) }
            }
        }
    }

    /// What the registry is to store, once the reader has come to its end.
    private func layer(_ size: Int) throws(PushFailure) -> MadeLayer {
        switch unit.blob {
        case .digest(let digest): return MadeLayer(digest: digest, size: size)
        case .made(let id):
            guard let made = reader.made else { throw .again }
            try context.journal.write(.made(id: id, layer: made))
            return made
        }
    }

    private func isThere(_ digest: String, _ size: Int) throws(PushFailure) -> Bool {
        try context.trying(.finish, unit) { client.blobSize(digest, in: unit.repository) } == size
    }

    private func stored(_ digest: String, _ size: Int) throws(PushFailure) -> MadeLayer {
        try context.journal.write(.stored(repository: unit.repository, blob: unit.blob.key))
        return MadeLayer(digest: digest, size: size)
    }
}
