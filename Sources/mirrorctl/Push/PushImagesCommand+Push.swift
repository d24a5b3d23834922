import Diagnosis
import Glibc
import MirrorCore
import MirrorSystem
import Operations
import Texts
import Threads

extension PushImagesCommand {
    /// From the options to the end of the push; throws why it does not begin.
    func push() throws -> PushResult {
        // Reading all of the package may take minutes: what else can be wrong is said first.
        let unsigned = signature == nil ? try packageFile() : nil
        let endpoint = try PushAddress.endpoint(privateRegistry ?? "", isHTTP: allowHttp)
        let cover = try checkAgainst.map { try PushCover(clusterConfig: $0, target: endpoint) }
        let login = try loginOptions.login(endpoint.hostAndPort, isHTTP: allowHttp)
        let target = PushTarget(endpoint: endpoint, caCertPath: ca.caCert, login: login)
        let pusher = try PushSession.pusher(target)
        let file = try unsigned ?? packageFile()
        let signals = PushSignals()
        let interrupt = signals.watch()
        defer { interrupt.cancel() }
        let head = Phrase("push.head", ["package": file.name, "target": endpoint.pushTarget])
        let lines = PushProgressLines(head: texts(head), hasEvents: outputOptions.hasEvents)
        defer { StandardOutput.whenLost(nil) }
        return try PushSession().run(
            job(target, cover, lines),
            file,
            by: pusher,
            stops: signals.stops,
            mayBegin: { () throws(Refusal) in
                // What a push came to could not be said.
                do { try StandardOutput.check() } catch { throw Refusal(Phrase("output.notBegun"), .ioError) }
            },
            step: { [outputOptions] in lines.take($0, signals, outputOptions) }
        )
    }

    private func job(_ target: PushTarget, _ cover: PushCover?, _ lines: PushProgressLines) -> PushJob {
        var settings = PushSettings()
        settings.threads = threads
        settings.bytesPerSecond = limitRate.flatMap { byteCount(parsing: $0) }
        return PushJob(
            verifyOnly ? .verify : dryRun ? .dryRun : .push,
            target,
            settings: settings,
            stateFolder: StateFolder.path ?? ".mirrorctl",
            interval: lines.interval,
            cover: cover
        )
    }
}

extension PushProgressLines {
    fileprivate func take(_ step: PushStep, _ signals: PushSignals, _ output: OutputOptions) {
        switch step {
        case .reading: OpenedPackage.sayLooking()
        case .read, .listed: break
        case .begun:
            signals.whenStopping { self.say(texts("push.stopping")) }
            StandardOutput.whenLost { signals.stops.stop.cancel() }
        case .stands(let sample): show(sample)
        case .event(let event, let images):
            if output.hasEvents {
                OutputOptions.event(PushEventJSON(event, images: images))
            } else if case .imageEnded(let image, .failed(let failure)) = event {
                let image = images[image]
                guard let finding = failure.finding(repository: image.repository) else { return }
                say(texts(Phrase("push.imageFailed", ["image": image.name, "title": texts(finding.title)])))
            }
        }
    }
}

extension OpenedPackage {
    /// Says on a terminal that it may take a while.
    static func looking(_ file: PackageFile, stop: Cancellation = Cancellation()) throws(Refusal) -> OpenedPackage {
        sayLooking()
        do {
            return try OpenedPackage(file, stop: stop)
        } catch {
            throw Refusal(error)
        }
    }

    fileprivate static func sayLooking() {
        if isatty(STDERR_FILENO) == 1 { Console.error(texts("push.lookingAtPackage")) }
    }
}
