using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using DemoCityAnalytics.Api.Access;
using DemoCityAnalytics.Cli.Shell;

namespace DemoCityAnalytics.Cli.Verbs;

/// <summary><c>dca password</c>: what stands in the settings for a person's password or a program's key; the secret itself stands nowhere.</summary>
sealed class PasswordVerb : Verb
{
    const int Shortest = 12;
    const int KeyBytes = 32;

    readonly Option<string> account = new("--account") { Description = "Login name; its password is read from standard input." };
    readonly Option<bool> key = new("--key") { Description = "Make a new key for a program: it is printed once, with the SHA-256 for the settings." };

    public PasswordVerb() : base("password", "Make the hash of a password, or a key, for the settings.")
    {
        Add(account);
        Add(key);
    }

    protected override Task<Outcome> Run(Call call, CancellationToken cancel)
    {
        var name = call.Arguments.GetValue(account);
        if (call.Arguments.GetValue(key) == name is { Length: > 0 })
            return Task.FromResult(Outcome.Failed(ExitCode.Usage, "Give either --account NAME (the password comes from standard input) or --key."));
        return Task.FromResult(name is { Length: > 0 } ? Hash(call, name) : Key(call));
    }

    static Outcome Hash(Call call, string name)
    {
        if (!Console.IsInputRedirected) call.Terminal.Note($"Password of {name} (not shown; end with Enter):");
        var password = Console.IsInputRedirected ? Console.In.ReadLine() ?? "" : Unseen();
        if (password.Length < Shortest)
            return Outcome.Failed(ExitCode.Usage, $"The password has {password.Length} characters; use at least {Shortest}.");
        var hash = PasswordHash.Of(name, password);
        call.Terminal.Say($$"""{ "Access": { "Accounts": [ { "Name": "{{name}}", "PasswordHash": "{{hash}}", "Role": "Public" } ] } }""");
        return Outcome.Done(new { name, passwordHash = hash });
    }

    static Outcome Key(Call call)
    {
        var made = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(made)));
        call.Terminal.Say($"X-Api-Key: {made}");
        call.Terminal.Say($$"""{ "Access": { "Keys": [ { "Name": "", "Sha256": "{{sha256}}", "Role": "Public" } ] } }""");
        return Outcome.Done(new { key = made, sha256 });
    }

    static string Unseen()
    {
        var typed = new StringBuilder();
        for (var read = Console.ReadKey(intercept: true); read.Key != ConsoleKey.Enter; read = Console.ReadKey(intercept: true))
            if (read.Key == ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
            else typed.Append(read.KeyChar);
        return typed.ToString();
    }
}
