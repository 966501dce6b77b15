using RecoveryCoP.Node.Hosting;

// What a published node is compared with: a node's silo and its storage, one page, and nothing else. It is told what it needs as a node is.
var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
builder.Configuration.AddEnvironmentVariables("RECOVERYCOP_");
builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
builder.Services.AddRouting();
builder.WebHost.UseKestrelCore().UseUrls(builder.Configuration["Node:Listen"]!);
builder.AddSilo();

var app = builder.Build();
app.UseRouting();
app.MapGet("/", page =>
{
    page.Response.ContentType = "text/html; charset=utf-8";
    return page.Response.WriteAsync("<!doctype html><title>Empty</title><p>A silo without grains.");
});
await app.RunAsync();
