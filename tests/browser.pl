# browser.pl - a headless chromium that is told what to do over a pipe (its DevTools
# protocol: JSON with a NUL behind); used by tests/page.pl and page-sides.pl.
use strict;
use warnings;
use Fcntl qw(F_DUPFD);
use IO::Handle;
use IO::Select;
use JSON::PP;
use POSIX ();
use Time::HiRes;

use constant SECONDS => 30; # for an answer

my $json = JSON::PP->new->utf8->canonical;
my ($to, $from, $pid, $session);
my ($id, $rest) = (0, '');
our @said;  # messages of the console, exceptions
our @asked; # addresses that were asked for

sub browser_open { # PROGRAM, FOLDER for its profile
	my ($program, $folder) = @_;
	local $^F = 10;
	pipe my $read, $to or die "pipe: $!\n";
	pipe $from, my $write or die "pipe: $!\n";
	$pid = fork // die "fork: $!\n";
	if (!$pid) {
		open STDIN, '<', '/dev/null';
		open STDOUT, '>', "$folder/log";
		open STDERR, '>&', \*STDOUT;
		# the two may stand where the browser wants them already
		my ($in, $out) = map { fcntl($_, F_DUPFD, 20) + 0 } $read, $write;
		POSIX::dup2($in, 3);
		POSIX::dup2($out, 4);
		exec $program, '--headless=new', '--no-sandbox', '--disable-gpu', '--remote-debugging-pipe',
			'--no-first-run', '--disable-extensions', '--disable-background-networking',
			'--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
			'--disable-ipc-flooding-protection', # (else after 200 addresses no more is gone to)
			'--use-mock-keychain', "--user-data-dir=$folder/profile", 'about:blank'
			or POSIX::_exit(127);
	}
	close $read;
	close $write;
	$to->autoflush(1);
	return;
}

sub browser_close {
	local $SIG{PIPE} = 'IGNORE';
	eval { browser_call('Browser.close', {}, 1) };
	close $to;
	for (1 .. 50) {
		return if waitpid($pid, POSIX::WNOHANG()) != 0;
		Time::HiRes::sleep(0.1);
	}
	kill 'KILL', $pid;
	waitpid $pid, 0;
	return;
}

# The next message, or undef where none comes in time.
sub message {
	my ($until) = @_;
	my $wait = IO::Select->new($from);
	while ($rest !~ /\0/) {
		my $left = $until - Time::HiRes::time();
		return if $left <= 0 || !$wait->can_read($left);
		sysread $from, $rest, 1 << 20, length $rest or return;
	}
	$rest =~ s/\A(.*?)\0//s;
	return $json->decode($1);
}

sub take_event {
	my ($event) = @_;
	my ($what, $of) = ($event->{method} // '', $event->{params});
	push @asked, $of->{request}{url} if $what eq 'Network.requestWillBeSent';
	push @said, "console: $of->{type}" if $what eq 'Runtime.consoleAPICalled';
	push @said, "log: $of->{entry}{text}" if $what eq 'Log.entryAdded';
	push @said, 'exception: ' . ($of->{exceptionDetails}{exception}{description} // $of->{exceptionDetails}{text})
		if $what eq 'Runtime.exceptionThrown';
	return;
}

sub browser_call { # METHOD, PARAMETERS, of the browser and not of the page
	my ($method, $params, $outer) = @_;
	my %call = (id => ++$id, method => $method, params => $params // {});
	$call{sessionId} = $session if defined $session && !$outer;
	print $to $json->encode(\%call), "\0";
	my $until = Time::HiRes::time() + SECONDS;
	while (my $answer = message($until)) {
		if (($answer->{id} // 0) != $id) {
			take_event($answer);
			next;
		}
		die "$method: $answer->{error}{message}\n" if $answer->{error};
		return $answer->{result};
	}
	die "$method: no answer in " . SECONDS . " s\n";
}

# For scripts in the page: `await goTo(hash)` until it shows what stands at that address,
# and drawn, the address that it shows since it was last left for another.
my $GO = <<'END';
window.drawn = location.hash;
window.addEventListener('hashchange', () => { window.drawn = location.hash; });
window.goTo = hash => new Promise(done => {
	const was = location.href;
	location.hash = hash;
	if (location.href === was)
		done();
	else
		window.addEventListener('hashchange', () => done(), { once: true });
});
END

# A page of its own at an address, so wide, once its script is done.
sub browser_page {
	my ($address, $width) = @_;
	my $target = browser_call('Target.createTarget', { url => 'about:blank' }, 1);
	$session = browser_call('Target.attachToTarget',
		{ targetId => $target->{targetId}, flatten => JSON::PP::true }, 1)->{sessionId};
	browser_call("$_.enable") for qw(Runtime Log Network Page);
	browser_call('Emulation.setDeviceMetricsOverride',
		{ width => $width, height => 800, deviceScaleFactor => 1, mobile => JSON::PP::false });
	browser_call('Page.navigate', { url => $address });
	my $ready = browser_wait('document.documentElement?.dataset.ready === "yes"'
		. ' || location.protocol === "file:" && document.readyState === "complete" && !document.querySelector("script")');
	browser_js($GO);
	return $ready;
}

# What an expression of the page gives; a promise is waited for.
sub browser_js {
	my ($expression) = @_;
	my $got = browser_call('Runtime.evaluate', { expression => $expression,
		awaitPromise => JSON::PP::true, returnByValue => JSON::PP::true, userGesture => JSON::PP::true });
	die 'in the page: ' . ($got->{exceptionDetails}{exception}{description} // 'exception') . "\n$expression\n"
		if $got->{exceptionDetails};
	return $got->{result}{value};
}

# Until it holds; false where it does not in time.
sub browser_wait {
	my ($expression) = @_;
	my $until = Time::HiRes::time() + SECONDS;
	while (Time::HiRes::time() < $until) {
		return 1 if eval { browser_js("Boolean($expression)") }; # none while a page comes
		Time::HiRes::sleep(0.02);
	}
	return 0;
}

# Until the page shows what stands at an address that begins so.
sub browser_arrive {
	my ($begin) = @_;
	return browser_wait('drawn === location.hash && location.hash.startsWith(' . JSON::PP->new->allow_nonref->encode($begin) . ')');
}

sub browser_key { # as a key of the keyboard
	my ($key) = @_;
	my %code = (Enter => 13, Tab => 9, ArrowLeft => 37, ArrowRight => 39);
	my %text = $key eq 'Enter' ? (text => "\r") : ();
	browser_call('Input.dispatchKeyEvent', { type => $_, key => $key, code => $key,
		windowsVirtualKeyCode => $code{$key}, $_ eq 'keyDown' ? %text : () }) for qw(keyDown keyUp);
	return;
}

sub browser_type {
	my ($text) = @_;
	browser_call('Input.insertText', { text => $text });
	return;
}

1;
